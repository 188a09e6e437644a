import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDeed } from '../app/ask-hooks.js';
import { isRefusal } from '../app/refusal.js';
import { useWords } from '../app/words.js';
import { Button, ButtonLink, Notice, useFaultText } from '../design/index.js';
import { undoImportMutation, type ImportState } from './import.queries.js';
import { importWords } from './import.words.js';

interface DoneProps {
  readonly current: ImportState;
  readonly back: string;
  readonly again: () => void;
}

/** What the import made, and how to take it back while nothing leans on it. */
export function ImportDone({ current, back, again }: DoneProps) {
  const t = useWords(importWords);
  const explain = useFaultText();
  const client = useQueryClient();
  const undo = useDeed(undoImportMutation, 'imports');
  const [refused, setRefused] = useState<string | null>(null);
  const { id, state, createdCount, isUndoable, knownCount, fileName } = current;
  const takeBack = async () => {
    try {
      const { undoImport: answer } = await undo.mutateAsync({ id });
      if (isRefusal(answer)) return setRefused(answer.message);
      await client.invalidateQueries();
    } catch (error) {
      setRefused(explain(error as Error));
    }
  };
  return (
    <>
      <h2>{t('doneTitle')}</h2>
      {refused && <Notice tone="bad">{refused}</Notice>}
      {state === 'undone' ? (
        <Notice tone="info">{t('undone')}</Notice>
      ) : (
        <Notice tone="good">
          {t('done', { count: createdCount, name: fileName })} {knownCount > 0 && t('doneKnown', { count: knownCount })}
        </Notice>
      )}
      <div className="form-actions">
        <ButtonLink look="main" to={back}>
          {t('back')}
        </ButtonLink>
        <Button onClick={again}>{t('another')}</Button>
        {state === 'applied' && isUndoable && createdCount > 0 && (
          <Button look="quiet" aria-disabled={undo.isPending} onClick={() => undo.isPending || void takeBack()}>
            {t('undo')}
          </Button>
        )}
      </div>
    </>
  );
}
