import { AccountService } from '#identity';
import { isRefusal, wordsOf } from '#kernel';
import { BadEnvironment, processConfig, ProcessLogger, theSystem } from '#platform';
import { NestFactory } from '@nestjs/core';
import { randomBytes } from 'node:crypto';
import { DomainModule } from '../domain.module.js';

/** Whoever can run a command on the server may make an administrator: there is nobody yet who could grant it. */
async function create(email: string, name: string): Promise<number> {
  processConfig();
  const app = await NestFactory.createApplicationContext(DomainModule, {
    logger: new ProcessLogger(),
    abortOnError: false,
  });
  try {
    const password = randomBytes(12).toString('base64url');
    const answer = await app.get(AccountService).create(theSystem, { email, name, password, isAdministrator: true });
    if (isRefusal(answer)) {
      console.error(wordsOf(answer, 'en'));
      return 1;
    }
    console.log(
      `Administrator ${email} can sign in with the password ${password} (shown only now: change it after the first sign-in).`,
    );
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
