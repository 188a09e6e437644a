import { GuestSessionService, OneTimeCodeService } from '#guests';
import { newId } from '#kernel';
import { anonymous, eventually, testStart, type TestApi } from '#support';
import { codeIn, GuestStage, minutes } from '../factories/guests.js';
import { post, textOf, visit } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';

describe('the pages of people without an account', () => {
  let stage: GuestStage;
  let api: TestApi;

  beforeAll(async () => {
    stage = await GuestStage.start();
    api = stage.api;
  }, 90_000);
  beforeEach(() => api.clock.set(testStart));
  afterAll(() => stage.stop());

  describe('a code', () => {
    it('lets in whoever reads the address, shows them their own, and ends with signing out', async () => {
      const { email, institution, path } = await stage.invited();
      await post(api.url, path, { do: 'aceptar' }, new CookieJar());
      const { jar, entered } = await stage.signIn(email.toUpperCase());
      expect([entered.status, entered.location]).toEqual([303, '/mi']);
      const home = textOf((await visit(api.url, '/mi', jar)).html);
      expect(home).toContain('Julián Huamán Ccopa');
      expect(home).toContain(institution.name);
      await post(api.url, '/mi/salir', {}, jar);
      expect((await visit(api.url, '/mi', jar)).location).toBe('/mi/entrar');
    });

    it('arrives by mail, which stands in the database without it', async () => {
      const email = `${newId()}@muni.example`;
      await stage.person(email);
      const { location } = await post(api.url, '/mi/entrar', { email }, new CookieJar());
      const code = stage.codeOf(codeIn(location));
      const [mail] = await eventually(
        () => stage.mailsTo(email),
        ({ length }) => length === 1,
      );
      expect(mail.raw.includes(code)).toBe(true);
      const rows = await api.dataSource.query<object[]>('SELECT * FROM message WHERE to_address = $1', [email]);
      expect([rows.length, JSON.stringify(rows).includes(code)]).toEqual([1, false]);
    });

    it('is asked for alike by known and unknown addresses, and mailed to the known alone', async () => {
      const [known, unknown] = [`${newId()}@muni.example`, `${newId()}@muni.example`];
      await stage.person(known);
      const pages = [];
      for (const email of [known, unknown]) {
        const jar = new CookieJar();
        const { status, location } = await post(api.url, '/mi/entrar', { email }, jar);
        const wrong = await post(api.url, '/mi/codigo', { pedido: codeIn(location), codigo: '00000000' }, jar);
        pages.push([status, wrong.status, textOf(wrong.html)]);
      }
      expect(pages[1]).toEqual(pages[0]);
      await eventually(
        () => stage.mailsTo(known),
        ({ length }) => length === 1,
      );
      expect(stage.mailsTo(unknown)).toEqual([]);
    });

    it('is used once, not by being looked at, and not after ten minutes', async () => {
      const email = `${newId()}@muni.example`;
      await stage.person(email);
      const jar = new CookieJar();
      const pedido = codeIn((await post(api.url, '/mi/entrar', { email }, jar)).location);
      for (let look = 0; look < 3; look += 1)
        await visit(api.url, `/mi/codigo?pedido=${pedido}&codigo=${stage.codeOf(pedido)}`, jar);
      const used = await post(
        api.url,
        '/mi/codigo',
        { pedido, codigo: ` ${stage.codeOf(pedido).replace(/(.{4})/, '$1 ')} ` },
        jar,
      );
      expect(used.location).toBe('/mi');
      const again = await post(api.url, '/mi/codigo', { pedido, codigo: stage.codeOf(pedido) }, new CookieJar());
      expect([again.status, textOf(again.html).includes('Este código ya no vale')]).toEqual([422, true]);
      const late = codeIn((await post(api.url, '/mi/entrar', { email }, jar)).location);
      api.clock.advance(minutes(10));
      expect((await post(api.url, '/mi/codigo', { pedido: late, codigo: stage.codeOf(late) }, jar)).status).toBe(422);
    });

    it('is over after five wrong guesses, also when the sixth is right', async () => {
      const email = `${newId()}@muni.example`;
      await stage.person(email);
      const jar = new CookieJar();
      const pedido = codeIn((await post(api.url, '/mi/entrar', { email }, jar)).location);
      const wrong = stage.codeOf(pedido) === '11111111' ? '22222222' : '11111111';
      const said = [];
      for (let guess = 0; guess < 5; guess += 1) {
        said.push(textOf((await post(api.url, '/mi/codigo', { pedido, codigo: wrong }, jar)).html));
      }
      expect(said.map((text) => /le quedan (\d)/.exec(text)?.[1])).toEqual(['4', '3', '2', '1', undefined]);
      expect((await post(api.url, '/mi/codigo', { pedido, codigo: stage.codeOf(pedido) }, jar)).status).toBe(422);
    });

    it('is asked for ten times in a quarter of an hour, and no more', async () => {
      const email = `${newId()}@muni.example`;
      const answers = [];
      for (let time = 0; time < 11; time += 1)
        answers.push(await post(api.url, '/mi/entrar', { email }, new CookieJar()));
      expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(303), 429]);
    });
  });

  describe('two who share an address', () => {
    it('choose who they are, and can change', async () => {
      const email = `${newId()}@muni.example`;
      const [rosa, juan] = [await stage.person(email, 'Rosa'), await stage.person(email, 'Juan')];
      const { jar } = await stage.signIn(email);
      expect((await visit(api.url, '/mi', jar)).location).toBe('/mi/quien');
      for (const [person, name] of [
        [rosa, 'Rosa'],
        [juan, 'Juan'],
      ] as const) {
        await post(api.url, '/mi/quien', { persona: person.id }, jar);
        expect(textOf((await visit(api.url, '/mi', jar)).html)).toContain(`${name} Condori Apaza`);
      }
      const stranger = await stage.person(`${newId()}@muni.example`, 'Ajena');
      expect((await post(api.url, '/mi/quien', { persona: stranger.id }, jar)).location).toBe('/mi/quien');
      expect(textOf((await visit(api.url, '/mi', jar)).html)).toContain('Juan Condori Apaza');
    });
  });

  describe('an assistant', () => {
    it('acts in the open: pages say so, the audit names who and for whom; and is out when the person says so', async () => {
      const { path, email, invitation } = await stage.invited();
      const { jar: minister } = await stage.signIn(email);
      const assistant = `${newId()}@ministerio.example`;
      const typed = { do: 'permitir', nombre: 'Nélida Ticona Flores', correo: assistant, hasta: '2025-06-20' };
      const bad = await post(api.url, '/mi/asistentes', { ...typed, hasta: '2025-02-30' }, minister);
      expect([bad.status, bad.html.includes(assistant)]).toEqual([422, true]);
      expect((await post(api.url, '/mi/asistentes', typed, minister)).status).toBe(303);
      await eventually(
        () => [stage.mailsTo(assistant).length, stage.mailsTo(email).length > 1],
        ([told, both]) => told === 1 && both === true,
      );
      const { jar } = await stage.signIn(assistant);
      expect(textOf((await visit(api.url, '/mi', jar)).html)).toContain(
        'Nélida Ticona Flores actúa en nombre de Julián Huamán Ccopa',
      );
      expect((await visit(api.url, '/mi/asistentes', jar)).status).toBe(403);
      const seen = await visit(api.url, path, jar);
      expect(textOf(seen.html)).toContain('Nélida Ticona Flores actúa en nombre de');
      expect((await post(api.url, path, { do: 'declinar' }, jar)).status).toBe(303);
      const [entry] = await api.dataSource.query<Record<string, string>[]>(
        `SELECT actor_kind, actor_id, on_behalf_of FROM audit_entry WHERE subject_id = $1 ORDER BY sequence DESC LIMIT 1`,
        [invitation.id],
      );
      const [grant] = await api.dataSource.query<{ id: string }[]>(
        'SELECT id FROM assistant_grant WHERE address = $1',
        [assistant],
      );
      expect(entry).toEqual({ actor_kind: 'person', actor_id: grant.id, on_behalf_of: invitation.personId });
      await post(api.url, '/mi/asistentes', { do: 'retirar', permiso: grant.id }, minister);
      expect((await visit(api.url, '/mi', jar)).location).toBe('/mi/entrar');
      expect((await visit(api.url, path, jar)).status).toBe(403);
    });
  });

  describe('one code typed twice at once', () => {
    async function aCode(): Promise<string> {
      const email = `${newId()}@muni.example`;
      await stage.person(email);
      const id = await api.get(OneTimeCodeService).request(anonymous, email);
      return id as string;
    }

    it('begins one session', async () => {
      const codeId = await aCode();
      const guess = () =>
        api.get(OneTimeCodeService).prove(anonymous, { codeId, typed: stage.codeOf(codeId), token: null });
      const answers = await Promise.all(Array.from({ length: 4 }, guess));
      expect(answers.filter((answer) => 'token' in answer).length).toBe(1);
    });

    it('would begin four, if the code were read first and ended after', async () => {
      const codeId = await aCode();
      let readers = 0;
      let release: () => void = () => undefined;
      const everybodyHasRead = new Promise<void>((resolve) => (release = resolve));
      const naive = async (): Promise<boolean> => {
        const [{ ended_at: endedAt }] = await api.dataSource.query<{ ended_at: Date | null }[]>(
          'SELECT ended_at FROM one_time_code WHERE id = $1',
          [codeId],
        );
        if (++readers === 4) release();
        await everybodyHasRead;
        if (endedAt) return false;
        await api.dataSource.query('UPDATE one_time_code SET ended_at = now() WHERE id = $1', [codeId]);
        return true;
      };
      const answers = await Promise.all(Array.from({ length: 4 }, naive));
      expect(answers.filter(Boolean).length).toBe(4);
    });
  });

  it('a token that nobody gave opens nothing', async () => {
    expect(await api.get(GuestSessionService).guestOf('x'.repeat(43))).toBeNull();
  });
});
