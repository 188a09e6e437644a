import { chromium, describeWith, eventually, type Product } from '#support';
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { launchBrowser, sizes } from './browser.js';
import { startDemo } from './demo.js';
import { violationsOf } from './inspection.js';
import { askingAs, openPanel, signedInContext } from './panel-visit.js';

const slug = 'ii-encuentro-mancomunidades';

describeWith(chromium, 'what is kept of people, in the panel', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startDemo(), launchBrowser(chromium.at ?? '')]);
    // Two days after the event's last one.
    await fetch(`${product.url}/demo/clock`, {
      method: 'POST',
      body: new URLSearchParams({ at: '2025-06-23T09:00' }),
      redirect: 'manual',
    });
    context = await signedInContext(browser, product.url, { viewport: sizes.desktop, bypassCSP: true });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  /** Opens the form of a rule at the first place whose name says so. */
  async function openRule(place: RegExp, purpose: string): Promise<Locator> {
    await page.getByRole('button', { name: 'Plazos de conservación' }).click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    const option = form.locator('option').filter({ hasText: place });
    await option.first().waitFor({ state: 'attached' });
    await form.getByLabel('Dónde vale').selectOption(await option.first().innerText());
    await form.getByLabel('Qué se conserva').selectOption(purpose);
    return form;
  }

  it('an organiser sees what fewer days would erase before they save them, and it is erased', async () => {
    await openPanel(page, '/privacy');
    const form = await openRule(/^II Encuentro/, 'El texto de los correos');
    await form.getByText('Ahora se conserva 365 días. Con este plazo todavía no se borraría nada.').waitFor();
    await form.getByLabel('Días después del último del evento').fill('0');
    const warning = form.getByText(/se borraría en la próxima hora el texto de \d+ correos/);
    await warning.waitFor();
    const [, count] = /de (\d+) correos/.exec(await warning.innerText()) ?? [];
    expect(await violationsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Guardar el plazo' }).click();
    await page.getByText('Plazo guardado: 0 días').waitFor();
    await page.getByText(`se borrarán 0 personas y el texto de ${count} correos.`).waitFor();

    await product.anotherWorker();
    const ask = askingAs(context);
    await eventually(
      async () =>
        ((await ask('{ retentionPreview { mails } }')) as { retentionPreview: { mails: number } }).retentionPreview,
      ({ mails }) => mails === 0,
      20_000,
    );
    await openPanel(page, '/privacy');
    expect(await page.getByText('se borrarán').count()).toBe(0);
    await openPanel(page, `/e/${slug}/messages`);
    expect(await page.locator('.list-row').filter({ hasText: 'anonimizado' }).count()).toBeGreaterThan(0);
  }, 120_000);

  it('an owner says it once for all events of the organisation', async () => {
    await openPanel(page, '/privacy');
    const form = await openRule(/todos sus eventos sin plazo propio$/, 'Quiénes participaron');
    await form.getByLabel('Días después del último del evento').fill('0');
    await form.getByText(/se borraría en la próxima hora quiénes son \d+ personas/).waitFor();
    await form.getByLabel('Días después del último del evento').fill('400');
    await form.getByText('Ahora se conserva 1825 días. Con este plazo todavía no se borraría nada.').waitFor();
    await form.getByRole('button', { name: 'Guardar el plazo' }).click();
    await page.getByText('Plazo guardado: 400 días').waitFor();
    const its = await openRule(/^II Encuentro/, 'Quiénes participaron');
    await its.getByText('Ahora se conserva 400 días.').waitFor();
    await page.keyboard.press('Escape');
  }, 60_000);

  it('who a speaker is, is erased once it was confirmed, also from the published agenda', async () => {
    const agenda = () => context.request.get(`/e/${slug}?lang=es`).then((answer) => answer.text());
    const ask = askingAs(context);
    const { event } = (await ask(`{ event(slug: "${slug}") { id } }`)) as { event: { id: string } };
    const query = `{ sessions(eventId: "${event.id}") { edges { node { speakers { person { fullName } } } } } }`;
    interface Rows {
      readonly sessions: {
        readonly edges: readonly {
          readonly node: { readonly speakers: readonly { readonly person: { readonly fullName: string } }[] };
        }[];
      };
    }
    const { sessions } = (await ask(query)) as unknown as Rows;
    const [{ person }] = sessions.edges.flatMap(({ node }) => node.speakers);
    const name = person.fullName;
    expect(await agenda()).toContain(name);

    await openPanel(page, '/privacy');
    await page.getByRole('button', { name: 'Anonimizar a una persona' }).click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    await form.getByRole('combobox').fill(name);
    // The first of all of them until the list has heard the name.
    await page.locator('[role=listbox][aria-busy=false] [role=option]').first().filter({ hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'Continuar' }).click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    expect(await question.getByRole('heading').innerText()).toBe(`¿Anonimizar a ${name}?`);
    expect(await violationsOf(page)).toEqual([]);
    expect(await agenda()).toContain(name);
    await question.getByRole('button', { name: 'Anonimizar para siempre' }).click();
    await page.getByText(`Se está borrando quién es ${name}`).waitFor();
    await eventually(agenda, (html) => !html.includes(name), 20_000);
    await openPanel(page, `/people?q=${encodeURIComponent(name)}`);
    await page.getByText('Nada coincide con lo que busca.').waitFor();
  }, 60_000);
});
