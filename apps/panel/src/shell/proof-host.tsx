import { lazy, Suspense, useEffect, useState } from 'react';
import { offerProof } from '../app/step-up.js';

const ProofDialog = lazy(() => import('./proof-dialog.js'));

/** Waits behind every screen until something asks for a recent proof; only then the dialog's code is loaded. */
export function ProofHost() {
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  useEffect(() => offerProof(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  if (!answer) return null;
  const done = (isProved: boolean) => {
    setAnswer(null);
    answer(isProved);
  };
  return (
    <Suspense fallback={null}>
      <ProofDialog done={done} />
    </Suspense>
  );
}
