/** An expected no of the server, with the input that it is about. */
export interface Refusal {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

interface MaybeRefusal {
  readonly __typename: string;
}

/** What a mutation's union always asks of its refusal. Add it to the document's parts. */
export function isRefusal(answer: MaybeRefusal): answer is Refusal {
  return answer.__typename === 'Refusal';
}
