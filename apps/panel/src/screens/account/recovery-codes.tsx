import { useWords } from '../../app/words.js';
import { Button, Dialog, toast } from '../../design/index.js';
import { accountWords } from './account.words.js';

interface CodesProps {
  /** null: nothing to show. */
  readonly codes: readonly string[] | null;
  readonly email: string;
  readonly close: () => void;
}

function download(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = 'tinkuy-codigos.txt';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Shown once: to be copied, downloaded or printed before it is closed. */
export function RecoveryCodes({ codes, email, close }: CodesProps) {
  const t = useWords(accountWords);
  const text = `${t('codesFor', { email })}\n\n${(codes ?? []).join('\n')}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t('copied'));
  };
  return (
    <Dialog title={t('codesTitle')} description={t('codesOnce')} isOpen={codes !== null} onClose={close}>
      <p className="only-print">{t('codesFor', { email })}</p>
      <ul className="account-codes">
        {codes?.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row no-print">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button icon="download" onClick={() => download(text)}>
          {t('download')}
        </Button>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
      <div className="form-actions no-print">
        <Button look="main" onClick={close}>
          {t('kept')}
        </Button>
      </div>
    </Dialog>
  );
}
