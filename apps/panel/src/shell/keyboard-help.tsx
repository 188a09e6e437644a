import { useWords } from '../app/words.js';
import { Dialog } from '../design/overlay.js';
import { keyboardWords } from './keyboard.words.js';

const isMac = navigator.platform.startsWith('Mac');
const command = isMac ? '⌘' : 'Ctrl';

export default function KeyboardHelp({ close }: { readonly close: () => void }) {
  const t = useWords(keyboardWords);
  const keys = [
    [[command, 'K'], t('palette')],
    [['/'], t('search')],
    [['↑', '↓'], t('rows')],
    [['Enter'], t('open')],
    [['Esc'], t('close')],
    [[command, 'Z'], t('undo')],
    [['?'], t('help')],
  ] as const;
  return (
    <Dialog title={t('title')} isOpen onClose={close}>
      <dl className="keys">
        {keys.map(([combination, meaning]) => (
          <div key={meaning}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
