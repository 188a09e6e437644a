import { newId } from '#kernel';
import { Logger } from '@nestjs/common';
import { testStart, type TestApi } from '#support';
import { GuestStage } from '../factories/guests.js';
import { post } from '../factories/pages.js';
import { CookieJar } from '../support/cookie-jar.js';

/** The answer is on its way when a form's debt is noticed: whoever sent it sees nothing, the log does. */
describe('a form that leads on without having changed anything', () => {
  let stage: GuestStage;
  let api: TestApi;
  const complaints: string[] = [];

  beforeAll(async () => {
    stage = await GuestStage.start();
    api = stage.api;
    const collect = (...told: unknown[]) => void complaints.push(JSON.stringify(told));
    Logger.overrideLogger({ log: () => undefined, warn: () => undefined, error: collect });
  }, 90_000);
  beforeEach(() => {
    api.clock.set(testStart);
    complaints.length = 0;
  });
  afterAll(async () => {
    Logger.overrideLogger(['error', 'fatal']);
    await stage.stop();
  });

  const answers = async (path: string, fields: Record<string, string>, jar = new CookieJar()) => {
    const { status, location } = await post(api.url, path, fields, jar);
    return [status, location];
  };

  it.each(['/mi/quien', '/mi/asistentes', '/mi/datos', '/mi/datos/copia'])(
    'owes the audit nothing at %s when the session is over',
    async (path) => {
      expect(await answers(path, { do: 'permitir' })).toEqual([303, '/mi/entrar']);
      expect(complaints).toEqual([]);
    },
  );

  it('owes the audit nothing for an invitation that is sent without an answer', async () => {
    const { path } = await stage.invited();
    expect(await answers(path, {})).toEqual([303, path]);
    expect(complaints).toEqual([]);
  });

  it('owes the audit nothing where a link asks for a code and nobody has an address', async () => {
    const { path, email } = await stage.invited();
    await api.dataSource.query('UPDATE person SET email = NULL WHERE email = $1', [email]);
    expect(await answers('/mi/enlace', { camino: path })).toEqual([303, '/mi/entrar']);
    expect(complaints).toEqual([]);
  });

  it('owes the audit nothing when an assistant is taken away twice', async () => {
    const { email } = await stage.invited();
    const { jar } = await stage.signIn(email);
    const permit = { do: 'permitir', nombre: 'Nélida Ticona', correo: `${newId()}@ministerio.example` };
    await post(api.url, '/mi/asistentes', { ...permit, hasta: '2025-06-20' }, jar);
    const [{ id }] = await api.dataSource.query<{ id: string }[]>('SELECT id FROM assistant_grant WHERE address = $1', [
      permit.correo,
    ]);
    for (let time = 0; time < 2; time += 1) {
      const gone = await answers('/mi/asistentes', { do: 'retirar', permiso: id }, jar);
      expect(gone).toEqual([303, '/mi/asistentes?hecho=retirado']);
    }
    expect(complaints).toEqual([]);
  });
});
