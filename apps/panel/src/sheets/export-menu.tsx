import { downloadFile } from '../app/files.js';
import { useWords } from '../app/words.js';
import { Button, Menu, toast, useFaultText } from '../design/index.js';
import { importWords } from './import.words.js';

interface ExportProps {
  /** What is exported: `persons`. */
  readonly kind: string;
  /** The list's filters, as the export knows them; empty ones do not narrow. */
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What belongs to the list's rows and is a list of its own: the members of mancomunidades. Taken whole. */
  readonly beside?: { readonly kind: string; readonly label: string };
}

/** Takes what the list shows as a file. Where persons' data leaves, the dialog for a recent proof opens by itself. */
export function ExportMenu({ kind, query, beside }: ExportProps) {
  const t = useWords(importWords);
  const explain = useFaultText();
  const filters = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const take = async (address: string) => {
    try {
      await downloadFile(`/exports/${address}`);
      toast(t('exported'));
    } catch (error) {
      toast(explain(error as Error), { tone: 'bad' });
    }
  };
  const shown = new URLSearchParams(filters).toString();
  return (
    <Menu
      trigger={
        <Button icon="download" aria-haspopup="menu">
          {t('exportMenu')}
        </Button>
      }
      actions={[
        { label: t('exportXlsx'), icon: 'download', onSelect: () => void take(`${kind}.xlsx?${shown}`) },
        { label: t('exportCsv'), icon: 'download', onSelect: () => void take(`${kind}.csv?${shown}`) },
        ...(beside
          ? [{ label: beside.label, icon: 'download' as const, onSelect: () => void take(`${beside.kind}.xlsx`) }]
          : []),
      ]}
    />
  );
}
