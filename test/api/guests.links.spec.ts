import { LinkService } from '#identity';
import { newId } from '#kernel';
import { DelegationRepository } from '#registrations';
import { eventually, testStart, type TestApi } from '#support';
import { codeIn, GuestStage, minutes } from '../factories/guests.js';
import { post, textOf, visit } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';

describe('people without an account come by a link', () => {
  let stage: GuestStage;
  let api: TestApi;

  beforeAll(async () => {
    stage = await GuestStage.start();
    api = stage.api;
  }, 90_000);
  beforeEach(() => api.clock.set(testStart));
  afterAll(() => stage.stop());

  describe('a link', () => {
    it('is enough for the browser that first does something by it, however often it was looked at', async () => {
      const { path, invitation } = await stage.invited();
      const [scanner, phone] = [new CookieJar(), new CookieJar()];
      for (let look = 0; look < 3; look += 1) expect((await visit(api.url, path, scanner)).status).toBe(200);
      expect((await visit(api.url, path, phone)).status).toBe(200);
      const accepted = await post(api.url, path, { do: 'aceptar' }, phone);
      const delegation = await api.get(DelegationRepository).byId(invitation.subjectId ?? '');
      const page = new URL(api.get(LinkService).urlOf(delegation?.linkId ?? '', 'delegation')).pathname;
      expect(accepted.location).toBe(page);
      expect((await visit(api.url, page, phone)).status).toBe(200);
      expect((await visit(api.url, path, scanner)).status).toBe(403);
    });

    it('asks every other browser, and that one after twelve hours, for a code of its own address', async () => {
      const { path, email } = await stage.invited();
      const [phone, desk] = [new CookieJar(), new CookieJar()];
      await post(api.url, path, { do: 'declinar' }, phone);
      const refused = await visit(api.url, path, desk);
      expect([refused.status, textOf(refused.html).includes(`${email[0]}***@muni.example`)]).toEqual([403, true]);
      expect(refused.html.includes(email)).toBe(false);
      const asked = await post(api.url, '/mi/enlace', { camino: path }, desk);
      const pedido = codeIn(asked.location);
      const proved = await post(api.url, '/mi/codigo', { pedido, codigo: stage.codeOf(pedido) }, desk);
      expect(proved.location).toBe(path);
      expect((await visit(api.url, path, desk)).status).toBe(200);
      expect((await visit(api.url, path, phone)).status).toBe(200);
      api.clock.advance(minutes(12 * 60));
      expect((await visit(api.url, path, phone)).status).toBe(403);
      expect((await visit(api.url, path, desk)).status).toBe(403);
    });

    it('takes what was typed for two hours more', async () => {
      const { path } = await stage.invited();
      const phone = new CookieJar();
      await post(api.url, path, { do: 'delegar', givenNames: 'Nélida', familyNames: '', email: '' }, phone);
      api.clock.advance(minutes(13 * 60));
      expect((await visit(api.url, path, phone)).status).toBe(403);
      const typed = {
        do: 'delegar',
        givenNames: 'Nélida',
        familyNames: 'Ticona Flores',
        email: 'nticona@muni.example',
      };
      expect((await post(api.url, path, typed, phone)).status).toBe(303);
    });

    it('that nobody used for thirty days asks for a code from the start', async () => {
      const { invitation, path } = await stage.invited();
      await api.dataSource.query("UPDATE signed_link SET issued_at = issued_at - interval '30 days' WHERE id = $1", [
        invitation.linkId,
      ]);
      expect((await visit(api.url, path, new CookieJar())).status).toBe(403);
    });

    it('of two browsers at once is the first one’s', async () => {
      for (let round = 0; round < 5; round += 1) {
        const { path } = await stage.invited();
        const answers = await Promise.all(
          Array.from({ length: 6 }, () => post(api.url, path, { do: 'delegar' }, new CookieJar())),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([403, 403, 403, 403, 403, 422]);
      }
    });

    it('that was lost is mailed again, and nobody learns whether there was one', async () => {
      const { email, path } = await stage.invited();
      const unknown = `${newId()}@muni.example`;
      const answers = [];
      for (const address of [email, unknown]) {
        const { status, location } = await post(api.url, '/mi/enlace-perdido', { email: address }, new CookieJar());
        answers.push({ status, location, text: textOf((await visit(api.url, location ?? '', new CookieJar())).html) });
      }
      expect(answers[1]).toEqual(answers[0]);
      const mails = await eventually(
        () => stage.mailsTo(email).filter(({ raw }) => /Subject: .*enlace/i.test(raw.toString())),
        ({ length }) => length === 1,
      );
      const body = mails[0].raw.toString().replace(/=\r\n/g, '');
      expect(body.includes(path)).toBe(true);
      expect(stage.mailsTo(unknown)).toEqual([]);
    });
  });
});
