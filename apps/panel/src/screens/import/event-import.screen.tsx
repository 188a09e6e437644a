import { useParams, useSearch } from '@tanstack/react-router';
import { useEvent } from '../../app/session.js';
import { ImportWizard } from '../../sheets/import-wizard.js';

/** Imports what belongs to the event of the address. */
export default function EventImportScreen() {
  const event = useEvent();
  const { kind = '' } = useParams({ strict: false }) as { readonly kind?: string };
  const { back } = useSearch({ strict: false }) as { readonly back?: string };
  return <ImportWizard kind={kind} eventId={event.id} back={back?.startsWith('/') ? back : `/e/${event.slug}`} />;
}
