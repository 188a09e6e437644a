import type { Page } from '@playwright/test';

/** What a control goes by: the name of its field, its label, its words. */
interface Stop {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate<Stop>(`((at) => ({
    field: at.tagName === 'INPUT' ? at.name : '',
    label: (at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? '').trim(),
    text: at.textContent.trim(),
  }))(document.activeElement)`);

/** A field goes by its name in code first, a button or a link by its words. */
const nameOf = ({ field, label, text }: Stop): string => field || text || label;

/** A label may carry a hint behind its words. */
const isCalled = (stop: Stop, wanted: string): boolean =>
  [stop.field, stop.label, stop.text].includes(wanted) || stop.label.startsWith(wanted);

/** What has the focus: a field's name, or the words of anything else. */
export const focused = async (page: Page): Promise<string> => nameOf(await stopOf(page));

/** Goes on with Tab to what is called so; the stops on the way, it included. Fails after a round of eighty. */
export async function tabTo(page: Page, wanted: string): Promise<string[]> {
  const stops: string[] = [];
  while (stops.length < 80) {
    await page.keyboard.press('Tab');
    const stop = await stopOf(page);
    stops.push(nameOf(stop));
    if (isCalled(stop, wanted)) return stops;
  }
  throw new Error(`Tab never comes to ${wanted}: ${stops.join(' > ')}`);
}

/** Presses what is called so. A dialog that opens for the first time is loaded then: wait for it before the next Tab. */
export async function press(page: Page, wanted: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}
