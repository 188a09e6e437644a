import { useRef, useState, type DragEvent } from 'react';
import { useWords } from '../app/words.js';
import { Badge, Button, Icon } from '../design/index.js';
import type { ImportKind } from './import.queries.js';
import { importWords } from './import.words.js';

interface ChooseProps {
  readonly kind: ImportKind;
  /** After a preview: the mended file. */
  readonly isAgain: boolean;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

const accepted = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A button opens the browser's own dialog; whoever drags may drop the file on the box around it. */
export function ChooseFile({ kind, isAgain, isBusy, onFile }: ChooseProps) {
  const t = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) onFile(file);
  };
  return (
    <section
      className="import-drop no-print"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file, mended, may be chosen again.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Button
        look={isAgain ? 'plain' : 'main'}
        icon="upload"
        aria-disabled={isBusy}
        onClick={() => isBusy || input.current?.click()}
      >
        {t(isAgain ? 'chooseAgain' : 'choose')}
      </Button>
      <p className="soft">
        {t('drop', { rows: kind.mostRows.toLocaleString('es'), megabytes: kind.largestFile / 1_000_000 })}
      </p>
    </section>
  );
}

/** The files to fill in, and what belongs in which column. */
export function Templates({ kind }: { readonly kind: ImportKind }) {
  const t = useWords(importWords);
  return (
    <section>
      <h2>{t('template')}</h2>
      <p className="soft">{t('templateText')}</p>
      <p className="row">
        <a className="button" data-look="plain" href={`/imports/${kind.kind}/template.xlsx`} download>
          <Icon name="download" />
          {t('templateXlsx')}
        </a>
        <a className="button" data-look="plain" href={`/imports/${kind.kind}/template.csv`} download>
          <Icon name="download" />
          {t('templateCsv')}
        </a>
      </p>
      <h3>{t('columns')}</h3>
      <dl className="import-columns">
        {kind.columns.map(({ name, label, isRequired, hint, example }) => (
          <div key={name}>
            <dt>
              {label} {isRequired && <Badge tone="info">{t('required')}</Badge>}
            </dt>
            <dd className="soft">
              {hint} {example && t('example', { example })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
