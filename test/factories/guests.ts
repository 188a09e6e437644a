import { LinkService } from '#identity';
import { newId } from '#kernel';
import { PersonService, type Person } from '#people';
import { Config, oneTimeCodeOf, QueueWorker, theSystem } from '#platform';
import { InvitationService, type Invitation } from '#registrations';
import type { Event } from '#events';
import type { Institution } from '#institutions';
import { testApi, type TestApi } from '../support/app.js';
import { CookieJar } from '../support/cookie-jar.js';
import { SmtpSink, type TakenMail } from '../support/smtp-sink.js';
import { anEvent, anInstitution, done } from './delegations.js';
import { post, type Visited } from './pages.js';

export const minutes = (count: number): number => count * 60_000;

/** The request of a code, from the address of the page that asks for it. */
export const codeIn = (location: string | null): string =>
  new URL(location ?? '', 'http://localhost').searchParams.get('pedido') ?? '';

/** Somebody invited to be a focal point. */
export interface Invited {
  readonly event: Event;
  readonly institution: Institution;
  readonly invitation: Invitation;
  readonly email: string;
  /** `/i/<token>` */
  readonly path: string;
}

/** The product with a worker and a mail server, and what people without an account do with it. */
export class GuestStage {
  private constructor(
    readonly api: TestApi,
    readonly sink: SmtpSink,
  ) {}

  static async start(): Promise<GuestStage> {
    const sink = await SmtpSink.start();
    const api = await testApi({ worker: 'idle', env: { SMTP_URL: sink.url } });
    await api.get(QueueWorker).start();
    return new GuestStage(api, sink);
  }

  async stop(): Promise<void> {
    await this.api.close();
    await this.sink.stop();
  }

  /** What stands in the mail. */
  codeOf(codeId: string): string {
    return oneTimeCodeOf(this.api.get(Config).secret, codeId);
  }

  mailsTo(address: string): TakenMail[] {
    return this.sink.mails.filter(({ to }) => to.includes(address));
  }

  async person(email: string, givenNames = 'Aurelia'): Promise<Person> {
    const draft = { givenNames, familyNames: 'Condori Apaza', email };
    return done(await this.api.get(PersonService).create(theSystem, draft));
  }

  async invited(email = `${newId()}@muni.example`): Promise<Invited> {
    const { api } = this;
    const event = await anEvent(api);
    const institution = await anInstitution(api);
    const person = { givenNames: 'Julián', familyNames: 'Huamán Ccopa', email };
    const rows = [{ institutionId: institution.id, quota: 3, person }];
    const { done: sent } = await api.get(InvitationService).inviteFocalPoints(theSystem, event.id, rows);
    const path = new URL(api.get(LinkService).urlOf(sent[0].linkId ?? '', 'invitation')).pathname;
    return { event, institution, invitation: sent[0], email, path };
  }

  /** Somebody in a browser of their own who proves the address by a code. */
  async signIn(email: string, jar = new CookieJar()): Promise<{ jar: CookieJar; entered: Visited }> {
    const asked = await post(this.api.url, '/mi/entrar', { email }, jar);
    const pedido = codeIn(asked.location);
    const entered = await post(this.api.url, '/mi/codigo', { pedido, codigo: this.codeOf(pedido) }, jar);
    return { jar, entered };
  }
}
