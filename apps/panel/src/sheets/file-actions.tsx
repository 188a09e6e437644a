import { useRouterState } from '@tanstack/react-router';
import { useWords } from '../app/words.js';
import { ButtonLink } from '../design/index.js';
import { ExportMenu } from './export-menu.js';
import { importWords } from './import.words.js';

interface FileActionsProps {
  /** What comes and goes in files: `rooms`. */
  readonly kind: string;
  /** The event's address, for what belongs to one. */
  readonly slug?: string;
  /** The list's filters, as the export knows them. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** To bring a noun in by a file, and to take what the list shows away. */
export function FileActions({ kind, slug, query }: FileActionsProps) {
  const t = useWords(importWords);
  const back = useRouterState({ select: ({ location }) => location.pathname });
  const to = slug ? '/e/$slug/import/$kind' : '/import/$kind';
  return (
    <>
      <ButtonLink icon="upload" to={to} params={{ slug, kind }} search={{ back }}>
        {t('importFile')}
      </ButtonLink>
      <ExportMenu kind={kind} query={query} />
    </>
  );
}
