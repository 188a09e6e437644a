import { useWords } from '../../app/words.js';
import { Button, Dialog, toast } from '../../design/index.js';
import type { MadeKey } from './key.form.js';
import { keyWords } from './keys.words.js';
import './keys.css';

interface MadeKeyProps {
  /** null: nothing to show. */
  readonly made: MadeKey | null;
  readonly close: () => void;
}

/** The only time that the secret can be seen. */
export function MadeKeyDialog({ made, close }: MadeKeyProps) {
  const t = useWords(keyWords);
  const name = made?.name ?? '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made?.token ?? '');
      toast(t('copied'));
    } catch {
      // The browser forbids it; what to do instead is said, and the key stays on the screen.
      toast(t('notCopied'), { tone: 'bad' });
    }
  };
  return (
    <Dialog title={t('madeTitle', { name })} description={t('madeOnce')} isOpen={made !== null} onClose={close}>
      <p className="key-secret">
        <code aria-label={t('secret')}>{made?.token}</code>
      </p>
      <p className="soft">{t('send')}</p>
      <p className="key-secret">
        <code>Authorization: Bearer {made?.token.slice(0, 6)}…</code>
      </p>
      <div className="form-actions">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button look="main" onClick={close}>
          {t('kept')}
        </Button>
      </div>
    </Dialog>
  );
}
