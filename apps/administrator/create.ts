import { AccountLinkService, AccountService } from '#identity';
import { isRefusal, wordsOf } from '#kernel';
import { BadEnvironment, LinkResolver, processConfig, ProcessLogger, theSystem, UnitOfWork } from '#platform';
import { NestFactory } from '@nestjs/core';
import { DomainModule } from '../domain.module.js';

/** Whoever can run a command on the server may make an administrator: there is nobody yet who could grant it. */
async function create(email: string, name: string): Promise<number> {
  processConfig();
  const app = await NestFactory.createApplicationContext(DomainModule, {
    logger: new ProcessLogger(),
    abortOnError: false,
  });
  try {
    const answer = await app.get(AccountService).create(theSystem, { email, name, isAdministrator: true });
    if (isRefusal(answer)) {
      console.error(wordsOf(answer, 'en'));
      return 1;
    }
    const link = await app.get(UnitOfWork).run((work) => {
      return app.get(AccountLinkService).issue(work, answer.id, 'invitation', 'es');
    });
    console.log(`Administrator ${email} chooses a password here, once, within seven days:`);
    console.log(app.get(LinkResolver).urlOf(link, 'account'));
    return 0;
  } finally {
    await app.close();
  }
}

const [email, name] = process.argv.slice(2);
if (!email || !name) {
  console.error('Usage: npm run administrator -- EMAIL "NAME"');
  process.exit(2);
}
try {
  process.exitCode = await create(email, name);
} catch (error) {
  if (!(error instanceof BadEnvironment)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
