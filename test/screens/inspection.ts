import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { sizes } from './browser.js';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules of these standards that look at colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** What axe finds against WCAG 2.0, 2.1 and 2.2, A and AA: one line per rule and element. The content of frames is a page of its own. */
export const violationsOf = (page: Page): Promise<string[]> => found(page, standards);

/** What another scheme of colours can break on a page that has no violations. */
export const contrastFaultsOf = (page: Page): Promise<string[]> => found(page, ofColours);

async function found(page: Page, runOnly: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.addScriptTag({ content: axe.source });
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], iframes: false });
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${options}).then((found) => found.violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** How many CSS pixels the page is wider than the window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Everything that can be pressed and is smaller than 24 px in a direction; a link inside a sentence is as tall as its line. */
export function smallTargetsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter((element) => !element.matches('.skip, .hidden') && element.getClientRects().length > 0)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isInSentence =
          getComputedStyle(element).display === 'inline' &&
          [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
        return !isInSentence && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120))`);
}

/** All of that in both sizes, of the page as it stands. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of Object.values(sizes)) {
    await page.setViewportSize(viewport);
    // Half under the edge of the window, what is large enough would be measured as small.
    await page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
    found.push(...(await violationsOf(page)), ...(await smallTargetsOf(page)));
    const overflow = await overflowOf(page);
    if (overflow > 0) found.push(`${overflow} px too wide at ${viewport.width}`);
  }
  return found;
}
