import { useParams, useSearch } from '@tanstack/react-router';
import { ImportWizard } from '../../sheets/import-wizard.js';

/** Imports what belongs to no event. */
export default function ImportScreen() {
  const { kind = '' }: { readonly kind?: string } = useParams({ strict: false });
  const { back }: { readonly back?: string } = useSearch({ strict: false });
  return <ImportWizard kind={kind} back={back?.startsWith('/') ? back : '/'} />;
}
