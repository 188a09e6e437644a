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
    const units = app.get(UnitOfWork);
    // Together: an administrator whom no link lets in could not be made anew under the same address.
    const link = await units.run((work) =>
      units.within(work, async () => {
        const account = await app.get(AccountService).create(theSystem, { email, name, isAdministrator: true });
        if (isRefusal(account)) return account;
        return app.get(AccountLinkService).issue(work, account.id, 'invitation', 'es');
      }),
    );
    if (isRefusal(link)) {
      console.error(wordsOf(link, 'en'));
      return 1;
    }
    console.log(`Administrator ${email} chooses a password here, once, within seven days:`);
    console.log(app.get(LinkResolver).urlOf(link, 'account'));
    return 0;
  } finally {
    await app.close();
  }
}

/** The code with which the process ends by itself, once all that it opened is closed. */
async function outcome([email, name]: string[]): Promise<number> {
  if (!email || !name) {
    console.error('Usage: npm run administrator -- EMAIL "NAME"');
    return 2;
  }
  try {
    return await create(email, name);
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await outcome(process.argv.slice(2));
