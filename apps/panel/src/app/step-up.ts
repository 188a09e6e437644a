/** Asks whoever sits there to prove again who they are; false when they would rather not. */
type Prover = () => Promise<boolean>;

let prover: Prover | null = null;
let asking: Promise<boolean> | null = null;

/** The dialog of the sign-in screens offers itself here; answers how to take it back. */
export function offerProof(dialog: Prover): () => void {
  prover = dialog;
  return () => {
    if (prover === dialog) prover = null;
  };
}

/** Several requests that need a proof at the same time share one dialog. */
export function proveAgain(): Promise<boolean> {
  if (!prover) return Promise.resolve(false);
  asking ??= prover().finally(() => (asking = null));
  return asking;
}
