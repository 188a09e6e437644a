import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { goToSignIn } from '../app/query-client.js';
import { useMe } from '../app/session.js';
import { useWords } from '../app/words.js';
import { IconButton, Skeleton } from '../design/index.js';
import { Toasts } from '../design/toast.js';
import { AccountMenu } from './account-menu.js';
import { ConnectionBanner } from './connection-banner.js';
import { Navigation } from './navigation.js';
import { shellWords } from './shell.words.js';

/** What stands around every screen. */
export function Frame() {
  const t = useWords(shellWords);
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { slug }: { slug?: string } = useParams({ strict: false });
  useEffect(() => setOpen(false), [path]);
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
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => setOpen((open) => !open)}
        />
        <Link to="/" className="brand">
          Tinkuy
        </Link>
        <span className="grow" />
        {me && <AccountMenu me={me} />}
      </header>
      <ConnectionBanner />
      <div className="frame">
        <Navigation slug={slug} isOpen={isOpen} />
        <main id="content" tabIndex={-1}>
          {me ? <Outlet /> : <Skeleton lines={6} />}
        </main>
      </div>
      <Toasts />
    </>
  );
}
