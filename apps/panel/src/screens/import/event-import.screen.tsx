import { useParams, useSearch } from '@tanstack/react-router';
import { useEvent } from '../../app/session.js';
import { ImportWizard } from '../../sheets/import-wizard.js';

/** Imports what belongs to the event of the address. */
export default function EventImportScreen() {
  const event = useEvent();
  const { kind = '' }: { readonly kind?: string } = useParams({ strict: false });
  const { back }: { readonly back?: string } = useSearch({ strict: false });
  return <ImportWizard kind={kind} eventId={event.id} back={back?.startsWith('/') ? back : `/e/${event.slug}`} />;
}
