import { isRefusal, type Refusal } from '../app/refusal.js';
import { useFaultText } from './status.js';
import { toast } from './toast.js';

type Answer = { readonly __typename: string };

/**
 * Does a deed outside a form, where there is no field to stand beside: a refusal or a fault is said in a toast. Answers what the server
 * answered when it was done, null when it was not.
 */
export function useAct(): <Row extends Answer>(
  deed: () => Promise<Row | Refusal>,
  done?: (row: Exclude<Row, Refusal>) => void,
) => Promise<Exclude<Row, Refusal> | null> {
  const explain = useFaultText();
  return async <Row extends Answer>(
    deed: () => Promise<Row | Refusal>,
    done?: (row: Exclude<Row, Refusal>) => void,
  ) => {
    try {
      const answer = await deed();
      if (isRefusal(answer)) {
        toast(answer.message, { tone: 'bad' });
        return null;
      }
      const row = answer as Exclude<Row, Refusal>;
      done?.(row);
      return row;
    } catch (error) {
      toast(explain(error as Error), { tone: 'bad' });
      return null;
    }
  };
}
