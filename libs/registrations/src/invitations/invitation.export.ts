import { isId } from '#kernel';
import { PersonRepository, type Person } from '#people';
import { declareExport, Exporter, NotFound, requireMay, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Invitation } from './invitation.entity.js';
import { InvitationRepository } from './invitation.repository.js';
import { invitationLifecycle } from './invitation.rules.js';
import { invitationKindTerms, invitationStateTerms } from './invitation.terms.js';

interface Row {
  readonly invitation: Invitation;
  readonly person: Person | undefined;
}

const invitationExport = declareExport<Row>({
  kind: 'invitations',
  title: { es: 'Invitaciones', en: 'Invitations' },
  isPersonal: true,
  columns: [
    { label: { es: 'Nombres', en: 'Given names' }, text: ({ person }) => person?.givenNames ?? '' },
    { label: { es: 'Apellidos', en: 'Family names' }, text: ({ person }) => person?.familyNames ?? '' },
    { label: { es: 'Correo', en: 'E-mail' }, text: ({ person }) => person?.email ?? '' },
    {
      label: { es: 'Para ser', en: 'To be' },
      text: ({ invitation }, { language }) => invitationKindTerms[invitation.kind][language],
    },
    { label: { es: 'Tema', en: 'Topic' }, text: ({ invitation }) => invitation.topic ?? '' },
    {
      label: { es: 'Respuesta', en: 'Answer' },
      text: ({ invitation }, { language }) => invitationStateTerms[invitation.state][language],
    },
    {
      label: { es: 'Responder hasta (UTC)', en: 'To be answered until (UTC)' },
      text: ({ invitation }) => invitation.expiresAt.toISOString(),
    },
    { label: { es: 'Veces enviada', en: 'Times sent' }, text: ({ invitation }) => String(invitation.sends) },
  ],
});

/** The invitations of one event, with the filters of the list. */
@Injectable()
export class InvitationExporter extends Exporter<Row> {
  readonly kind = invitationExport;

  constructor(
    private readonly invitations: InvitationRepository,
    private readonly persons: PersonRepository,
  ) {
    super();
  }

  requireMayExport(viewer: Viewer, { eventId = '' }: ExportQuery): void {
    if (!isId(eventId)) throw new NotFound('event');
    requireMay(viewer, 'personal.export', eventId);
  }

  async *rows(_: Viewer, { eventId = '', search, ...query }: ExportQuery): AsyncIterable<Row[]> {
    const states = invitationLifecycle.states.filter((state) => state === query['state']);
    const kind = (['focal_point', 'speaker'] as const).find((one) => one === query['kind']);
    let after: string | undefined;
    do {
      const page = await this.invitations.page(eventId, { states, kind, search }, { first: 200, after });
      const persons = await this.persons.byIds(page.rows.map(({ personId }) => personId));
      yield page.rows.map((invitation) => ({ invitation, person: persons.get(invitation.personId) }));
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }
}
