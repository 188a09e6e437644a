import type { ReactNode } from 'react';
import { ApiError } from '../app/api-error.js';
import { useWords } from '../app/words.js';
import { Button } from './button.js';
import { designWords } from './design.words.js';

export type Tone = 'good' | 'bad' | 'info' | 'waiting' | 'plain';

/** A state in words; the colour only repeats them. */
export function Badge({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}

/** Stands on what was changed on the screen and is not yet known to be saved. */
export function Pending() {
  const t = useWords(designWords);
  return (
    <span className="badge pending" data-tone="waiting">
      {t('pending')}
    </span>
  );
}

export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const t = useWords(designWords);
  return (
    <div className="stack" role="status">
      <span className="hidden-text">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton" style={{ width: `${90 - ((index * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

interface EmptyProps {
  readonly title: string;
  /** What this is for and how to begin. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A list without rows teaches what belongs there. */
export function EmptyState({ title, children, actions }: EmptyProps) {
  return (
    <div className="empty">
      <div className="weave" aria-hidden="true" />
      <h2>{title}</h2>
      <div className="soft">{children}</div>
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}

export function Notice({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      {children}
    </div>
  );
}

const explanations = {
  UNREACHABLE: 'unreachable',
  FORBIDDEN: 'forbidden',
  UNAUTHENTICATED: 'forbidden',
  STEP_UP_NEEDED: 'forbidden',
  NOT_FOUND: 'notFound',
  TOO_MANY_REQUESTS: 'tooMany',
  TIMEOUT: 'tooLong',
  INTERNAL_SERVER_ERROR: 'internal',
  BAD_REQUEST: 'internal',
} as const;

/** What went wrong, in words that say what to do. */
export function useFaultText(): (error: Error) => string {
  const t = useWords(designWords);
  return (error) => t(error instanceof ApiError ? explanations[error.code] : 'internal');
}

export function Fault({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const t = useWords(designWords);
  const explain = useFaultText();
  return (
    <Notice tone="bad">
      <p>
        <strong>{t('failed')}.</strong> {explain(error)}
      </p>
      {retry && (
        <Button size="small" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </Notice>
  );
}
