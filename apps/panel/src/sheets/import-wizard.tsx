import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAsk } from '../app/ask-hooks.js';
import { uploadFile } from '../app/files.js';
import { useWords } from '../app/words.js';
import { Fault, Notice, Screen, Skeleton, useFaultText } from '../design/index.js';
import { ChooseFile, Templates } from './choose-file.js';
import { ImportDone } from './import-done.js';
import { ImportPreview } from './import-preview.js';
import { importKindQuery, importQuery } from './import.queries.js';
import { importWords } from './import.words.js';
import './sheets.css';

type Search = { readonly file?: string };

interface WizardProps {
  /** What is imported: `persons`. */
  readonly kind: string;
  /** To what the rows will belong, where they belong to something. */
  readonly eventId?: string;
  readonly organizationId?: string;
  /** The list to go to when it is done. */
  readonly back: string;
}

/** Imports a file of any noun: choose, look at every fault, mend and upload again, apply as a whole, undo. The preview stands in the address. */
export function ImportWizard({ kind, eventId, organizationId, back }: WizardProps) {
  const t = useWords(importWords);
  const explain = useFaultText();
  const navigate = useNavigate();
  const { file: id }: Search = useSearch({ strict: false });
  const [reading, setReading] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [before, setBefore] = useState<number | null>(null);
  const about = useAsk('imports', importKindQuery, { kind });
  const query = useAsk('imports', importQuery, { id: id ?? '' }, { enabled: Boolean(id) });
  const current = id ? query.data?.import : null;
  const result = useFocus(refused ?? current?.id ?? null);

  const show = (file: string | undefined) =>
    void navigate({ to: '.', search: (now: object) => ({ ...now, file }) as never, replace: Boolean(id) });
  const upload = async (chosen: File) => {
    setReading(chosen.name);
    setRefused(null);
    try {
      const scope = {
        name: chosen.name,
        ...(eventId && { event: eventId }),
        ...(organizationId && { organization: organizationId }),
      };
      const answer = await uploadFile(`/imports/${kind}?${new URLSearchParams(scope).toString()}`, chosen);
      if (!('id' in answer)) return setRefused(answer.message);
      setBefore(current?.state === 'read' ? current.faultyCount : null);
      show(answer.id);
    } catch (error) {
      setRefused(explain(error as Error));
    } finally {
      setReading(null);
    }
  };
  const again = () => {
    setBefore(null);
    show(undefined);
  };

  const kindData = about.data?.importKind;
  if (about.error) return <Fault error={about.error} retry={() => void about.refetch()} />;
  if (!kindData) return <Skeleton lines={6} />;
  const isOver = current && current.state !== 'read';
  return (
    <Screen title={t('title', { noun: kindData.title })} lead={t('lead')}>
      <div className="import">
        <p role="status" className={reading ? 'import-reading' : 'hidden-text'}>
          {reading && t('reading', { name: reading })}
        </p>
        {refused && (
          <div ref={result} tabIndex={-1}>
            <Notice tone="bad">{refused}</Notice>
          </div>
        )}
        {id && query.data && !current && <Notice tone="bad">{t('gone')}</Notice>}
        {current && !refused && (
          <section ref={result} tabIndex={-1} className="import-result" aria-busy={query.isFetching}>
            {isOver ? (
              <ImportDone current={current} back={back} again={again} />
            ) : (
              <ImportPreview current={current} caution={kindData.caution} before={before} />
            )}
          </section>
        )}
        {!isOver && (
          <ChooseFile
            kind={kindData}
            isAgain={Boolean(current)}
            isBusy={reading !== null}
            onFile={(file) => void upload(file)}
          />
        )}
        {!current && <Templates kind={kindData} />}
      </div>
    </Screen>
  );
}

/** The focus goes to what came, so that a reader hears it and the keyboard goes on from there. */
function useFocus(what: string | null) {
  const element = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current && what) element.current?.focus();
    first.current = false;
  }, [what]);
  return element;
}
