import { chromium, describeWith, startProduct, type Product } from '#support';
import type { Browser, Page, Request } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { launchBrowser, sizes } from './browser.js';
import { cloneDemonstration, demonstrationSecret } from './demonstration.js';
import { loaded, openPanel } from './panel-visit.js';

const event = '/e/ii-encuentro-mancomunidades';

/** As it is installed: the processes in production, the panel as it was built, and somebody at a browser. */
describeWith(chromium, 'in production', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;
  const asked: Request[] = [];

  beforeAll(async () => {
    // Nothing listens there: no mail goes out while nobody waits for one.
    const env = { SECRET: demonstrationSecret, TINKUY_MODE: 'production', SMTP_URL: 'smtp://127.0.0.1:9' };
    const started = cloneDemonstration().then((database) =>
      startProduct({ host: 'localhost', database, env, withWorker: false }),
    );
    [product, browser] = await Promise.all([started, launchBrowser(chromium.at ?? '')]);
    page = await browser.newPage({ locale: 'es-PE', viewport: sizes.desktop, baseURL: product.url });
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql') asked.push(request);
    });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Who asks with the cookie of the one at the browser, but by other means than the panel. */
  async function ask(body: unknown): Promise<{ status: number; code?: string }> {
    const answer = await page.request.post('/graphql', { data: body });
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
    return { status: answer.status(), code: errors?.[0].extensions.code };
  }

  it('staff come in by their password and the app that they set up on the way', async () => {
    await page.goto('/panel?lang=es');
    await page.waitForURL(/\/entrar/);
    await page.fill('[name=email]', 'organiza@demo.example');
    await page.fill('[name=password]', 'encuentro en el Cusco');
    await page.press('[name=password]', 'Enter');
    await page.waitForURL(/\/entrar\/configurar/);
    const secret = (await page.locator('code.key').innerText()).replaceAll(' ', '');
    await page.fill('[name=code]', new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await page.press('[name=code]', 'Enter');
    await page.locator('.codes li').first().waitFor();
    await page.locator('a.button').click();
    await page.waitForURL(/\/panel/);
    await page.getByRole('button', { name: /^Cuenta de/ }).waitFor();
  });

  /** What went to the API and what came back, by the names of their parts, since it was last asked for. */
  const exchanges = (): Promise<{ sent: string[]; got: string[] }[]> =>
    Promise.all(
      asked.splice(0).map(async (request) => {
        const sent = request.postDataJSON() as Record<string, unknown>;
        const got = (await (await request.response())?.json()) as Record<string, unknown>;
        return { sent: Object.keys(sent).filter((key) => key !== 'variables'), got: Object.keys(got) };
      }),
    );

  it('whatever the panel asks for goes as the name of a document of its build, and is answered', async () => {
    await loaded(page);
    asked.splice(0);
    const seen = [];
    for (const path of [`${event}/sessions`, '/people', '/audit']) {
      await openPanel(page, path);
      seen.push(...(await exchanges()));
    }
    await page.keyboard.press('Control+k');
    await page.locator('[cmdk-input]:focus').waitFor();
    await page.keyboard.type('articulacion');
    await page.locator('[cmdk-item]', { hasText: 'articulación' }).first().waitFor();
    seen.push(...(await exchanges()));
    expect(seen.length).toBeGreaterThan(5);
    expect(seen).toEqual(seen.map(() => ({ sent: ['documentId'], got: ['data'] })));
  });

  it('nobody asks in words of their own without a key, also who is signed in', async () => {
    const bodies = [
      { query: '{ me { name } }' },
      { query: '{ __schema { types { name } } }' },
      { documentId: 'unknown' },
    ];
    expect(await Promise.all(bodies.map(ask))).toEqual([
      { status: 401, code: 'KEY_NEEDED' },
      { status: 401, code: 'KEY_NEEDED' },
      { status: 400, code: 'DOCUMENT_UNKNOWN' },
    ]);
  });

  it('the explorer, the mailbox and the clock of the demonstration are not there', async () => {
    const answers = [
      await page.request.get('/graphiql', { maxRedirects: 0 }),
      await page.request.get('/buzon', { maxRedirects: 0 }),
      await page.request.post('/demo/clock', { form: { advance: '6' }, maxRedirects: 0 }),
    ];
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404]);
  });
});
