import { downloadFile } from '../app/files.js';
import { useWords } from '../app/words.js';
import { Button, Menu, toast, useFaultText } from '../design/index.js';
import { importWords } from './import.words.js';

interface ExportProps {
  /** What is exported: `persons`. */
  readonly kind: string;
  /** The list's filters, as the export knows them; empty ones do not narrow. */
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** Takes what the list shows as a file. Where persons' data leaves, the dialog for a recent proof opens by itself. */
export function ExportMenu({ kind, query }: ExportProps) {
  const t = useWords(importWords);
  const explain = useFaultText();
  const take = async (format: 'csv' | 'xlsx') => {
    const filters = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
    try {
      await downloadFile(`/exports/${kind}.${format}?${new URLSearchParams(filters).toString()}`);
      toast(t('exported'));
    } catch (error) {
      toast(explain(error as Error), { tone: 'bad' });
    }
  };
  return (
    <Menu
      trigger={
        <Button icon="download" aria-haspopup="menu">
          {t('exportMenu')}
        </Button>
      }
      actions={[
        { label: t('exportXlsx'), icon: 'download', onSelect: () => void take('xlsx') },
        { label: t('exportCsv'), icon: 'download', onSelect: () => void take('csv') },
      ]}
    />
  );
}
