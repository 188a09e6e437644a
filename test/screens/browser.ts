import { chromium, type Browser } from '@playwright/test';

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
