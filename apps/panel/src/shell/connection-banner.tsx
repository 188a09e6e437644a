import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connection, useConnectionLost } from '../app/connection-state.js';
import { useWords } from '../app/words.js';
import { Button } from '../design/button.js';
import { toast } from '../design/toast.js';
import { shellWords } from './shell.words.js';

/** Says that the server cannot be reached and goes by itself when it can; what is on the screen is then asked for again. */
export function ConnectionBanner() {
  const t = useWords(shellWords);
  const isLost = useConnectionLost();
  const client = useQueryClient();
  useEffect(
    () =>
      connection.watch(() => {
        toast(t('back'));
        void client.invalidateQueries();
      }),
    [client, t],
  );
  return (
    <div role="status">
      {isLost && (
        <div className="lost no-print">
          <span>{t('lost')}</span>
          <Button size="small" onClick={() => void connection.tryAgain()}>
            {t('tryNow')}
          </Button>
        </div>
      )}
    </div>
  );
}
