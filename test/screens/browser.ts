import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';

const quiet = ['background-networking', 'sync', 'component-update', 'default-apps', 'gpu', 'dev-shm-usage'];

/** Chromium without a window, which asks nothing of the network by itself. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  const args = ['--no-sandbox', '--no-first-run', ...quiet.map((part) => `--disable-${part}`)];
  return chromium.launch({ executablePath, args });
}

/** The sizes in which every page is looked at, in CSS pixels. */
export const sizes = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
} as const;

/** A device with a key ring, whose person is verified at once. Only a page of `localhost` can ask it. */
export async function plugInPasskeys(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  return cdp;
}
