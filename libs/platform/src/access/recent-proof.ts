import { NotAllowed, type Viewer } from './viewer.js';

/** Thrown when staff must prove again who they are before they do this. The same request then goes through. */
export class StepUpNeeded extends Error {
  /** What an answer of any kind carries, so that the client asks for the proof and repeats the request. */
  static readonly code = 'STEP_UP_NEEDED';

  constructor() {
    super('Prove again who you are, then repeat the request');
  }
}

/**
 * Throws StepUpNeeded unless the person behind the session was proved at most five minutes ago. Call it, after the access check, before
 * personal data leaves, roles change or mail goes out in bulk: a session that was left open must not be enough.
 */
export function requireRecentProof(viewer: Viewer): void {
  if (viewer.kind !== 'staff') throw new NotAllowed();
  if (!viewer.isRecentlyProved) throw new StepUpNeeded();
}
