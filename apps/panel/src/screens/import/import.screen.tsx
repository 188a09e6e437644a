import { useParams, useSearch } from '@tanstack/react-router';
import { ImportWizard } from '../../sheets/import-wizard.js';

/** Imports what belongs to no event. */
export default function ImportScreen() {
  const { kind = '' } = useParams({ strict: false }) as { readonly kind?: string };
  const { back } = useSearch({ strict: false }) as { readonly back?: string };
  return <ImportWizard kind={kind} back={back?.startsWith('/') ? back : '/'} />;
}
