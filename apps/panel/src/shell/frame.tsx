import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { loadFonts } from '../app/fonts.js';
import { goToSignIn } from '../app/query-client.js';
import { useMe } from '../app/session.js';
import { useWords } from '../app/words.js';
import { Button, IconButton } from '../design/button.js';
import { Skeleton } from '../design/status.js';
import { Toasts } from '../design/toast.js';
import { AccountMenu } from './account-menu.js';
import { ConnectionBanner } from './connection-banner.js';
import { CurrentEvent, useCurrentEvent } from './current-event.js';
import { useKeys } from './keys.js';
import { Navigation } from './navigation.js';
import { ProofHost } from './proof-host.js';
import { shellWords } from './shell.words.js';

const loadPalette = () => import('./palette.js');
const loadKeyboardHelp = () => import('./keyboard-help.js');
const Palette = lazy(loadPalette);
const KeyboardHelp = lazy(loadKeyboardHelp);

/** Fetched while nothing else is to do, so that what is opened by a key or a click is there at once. */
async function fetchWhatOpens(): Promise<void> {
  await Promise.all([
    loadKeyboardHelp(),
    import('../design/overlay-content.js'),
    loadPalette(),
    import('../design/menu-content.js'),
  ]);
  loadFonts();
}

function whenIdle(body: () => Promise<void>): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => void body());
  else setTimeout(() => void body());
}

/** What stands around every screen. */
export function Frame() {
  const t = useWords(shellWords);
  const me = useMe();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { slug }: { slug?: string } = useParams({ strict: false });
  const event = useCurrentEvent(slug);
  const openPalette = useCallback(() => setShown('palette'), []);
  const showKeys = useCallback(() => setShown('keys'), []);
  const close = useCallback(() => setShown(null), []);
  useKeys({ openPalette, showKeys });
  useEffect(() => whenIdle(fetchWhatOpens), []);
  useEffect(() => setMenuOpen(false), [path]);
  useEffect(() => {
    if (me === null) goToSignIn();
  }, [me]);
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="top no-print">
        <IconButton
          icon="menu"
          label={t('openNavigation')}
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          onClick={() => setMenuOpen((open) => !open)}
        />
        <Link to="/" className="brand">
          Tinkuy
        </Link>
        <CurrentEvent event={event} />
        <span className="grow" />
        <Button icon="search" look="plain" size="small" aria-keyshortcuts="Control+K" onClick={openPalette}>
          <span className="wide-text">{t('find')}</span>
          <kbd className="wide-only" aria-hidden="true">
            Ctrl K
          </kbd>
        </Button>
        {me && <AccountMenu me={me} showKeys={showKeys} />}
      </header>
      <ConnectionBanner />
      {event?.isDemonstration && <p className="demonstration">{t('demonstration')}</p>}
      <div className="frame">
        <Navigation slug={event?.slug} isOpen={isMenuOpen} />
        <main id="content" tabIndex={-1}>
          {me ? <Outlet /> : <Skeleton lines={6} />}
        </main>
      </div>
      <ProofHost />
      <Toasts />
      <Suspense fallback={null}>
        {shown === 'palette' && <Palette slug={event?.slug} eventId={event?.id} close={close} showKeys={showKeys} />}
        {shown === 'keys' && <KeyboardHelp close={close} />}
      </Suspense>
    </>
  );
}
