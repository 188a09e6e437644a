import type { ErrorComponentProps } from '@tanstack/react-router';
import { useWords } from '../app/words.js';
import { Button, ButtonLink } from '../design/button.js';
import { Screen } from '../design/screen.js';
import { EmptyState } from '../design/status.js';
import { shellWords } from './shell.words.js';

export function NoSuchScreen() {
  const t = useWords(shellWords);
  return (
    <Screen title={t('noScreen')}>
      <EmptyState title={t('noScreenText')} actions={<ButtonLink to="/">{t('home')}</ButtonLink>}>
        {null}
      </EmptyState>
    </Screen>
  );
}

/** A fault of ours, or a screen whose code could not be fetched after a new version came. */
export function ScreenFailed({ error }: ErrorComponentProps) {
  const t = useWords(shellWords);
  console.error(error);
  return (
    <Screen title={t('failedScreen')}>
      <p>{t('failedScreenText')}</p>
      <Button look="main" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </Screen>
  );
}
