import { useCallback } from 'react';
import { useDeed } from '../app/ask-hooks.js';
import type { TadaDocumentNode } from '../app/graphql.js';
import { isRefusal } from '../app/refusal.js';
import { useFaultText } from './status.js';
import { toast } from './toast.js';

interface Said {
  /** What was done. */
  readonly done: string;
  readonly undo?: () => Promise<unknown>;
}

/** A deed that needs no form: says what was done, or why it was not. Answers whether it was. */
export function useRowDeed<Result extends object, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  ...nouns: readonly string[]
) {
  const { mutateAsync } = useDeed(document, ...nouns);
  const explain = useFaultText();
  return useCallback(
    async (variables: Variables, { done, undo }: Said): Promise<boolean> => {
      try {
        const [answer] = Object.values(await mutateAsync(variables)) as { readonly __typename: string }[];
        const refused = answer && isRefusal(answer) ? answer.message : null;
        if (refused) toast(refused, { tone: 'bad' });
        else toast(done, undo && { undo });
        return refused === null;
      } catch (error) {
        toast(explain(error as Error), { tone: 'bad' });
        return false;
      }
    },
    [mutateAsync, explain],
  );
}
