import { readNumber } from '#events';
import { InstitutionsByName } from '#institutions';
import { declareRefusals, isRefusal, Refusal } from '#kernel';
import type { Person } from '#people';
import {
  declareImport,
  NotAllowed,
  requireRecentProof,
  textColumn,
  UnitOfWork,
  VerbImporter,
  type ImportContext,
  type ImportScope,
  type ReadRow,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { InvitationService } from '../invitations/invitation.service.js';
import type { Delegation } from './delegation.entity.js';
import { requireStaff } from './delegation.policy.js';
import { DelegationService } from './delegation.service.js';
import { GrantedDelegations } from './granted-delegations.js';

export const delegationImportRefusals = declareRefusals({
  DELEGATION_CONTACT_INCOMPLETE: {
    es: 'Para invitar hacen falta nombres, apellidos y correo del punto focal. Complételos, o deje los tres vacíos para conceder los lugares sin invitar.',
    en: 'To invite, the given names, family names and e-mail of the focal point are needed. Complete them, or leave the three empty to grant the seats without inviting.',
  },
  DELEGATION_OTHER_QUOTA: {
    es: 'La institución ya tiene una delegación con {quota} lugares. Cambie el cupo en la lista de delegaciones, o escriba el que tiene.',
    en: 'The institution has a delegation of {quota} seats already. Change the quota in the list of delegations, or write the one it has.',
  },
  DELEGATION_INVITED: {
    es: 'La institución ya tiene una invitación sin responder, a otra persona. Retírela primero en «Invitaciones», o borre la fila.',
    en: 'The institution has an unanswered invitation to somebody else already. Withdraw that first in “Invitations”, or remove the row.',
  },
});

const delegationImport = declareImport({
  kind: 'delegations',
  title: { es: 'Instituciones por invitar', en: 'Institutions to invite' },
  caution: {
    es: 'Al importar sale un correo de invitación a cada punto focal, y eso no se deshace. Una invitación sin responder se puede retirar después, una por una, en «Invitaciones».',
    en: 'Importing sends a mail of invitation to each focal point, and that is not undone. An invitation without an answer can be withdrawn afterwards, one by one, in “Invitations”.',
  },
  columns: {
    institution: textColumn({
      label: { es: 'Institución', en: 'Institution' },
      aliases: ['Entidad', 'Mancomunidad'],
      required: true,
      example: 'Mancomunidad Municipal de Ejemplo',
      hint: {
        es: 'Su nombre o su sigla, como está en Instituciones.',
        en: 'Its name or short name, as it stands in Institutions.',
      },
    }),
    quota: {
      label: { es: 'Cupo', en: 'Quota' },
      aliases: ['Lugares', 'Seats'],
      required: true,
      example: '3',
      hint: { es: 'Cuántas personas puede inscribir.', en: 'How many people it may register.' },
      read: readNumber,
    },
    givenNames: textColumn({
      label: { es: 'Nombres del punto focal', en: 'Given names of the focal point' },
      aliases: ['Nombres', 'Nombre'],
      example: 'Rosa (ejemplo)',
      hint: {
        es: 'Vacío, como el correo, para conceder los lugares sin invitar a nadie.',
        en: 'Empty, as is the e-mail, to grant the seats without inviting anybody.',
      },
    }),
    familyNames: textColumn({
      label: { es: 'Apellidos del punto focal', en: 'Family names of the focal point' },
      aliases: ['Apellidos', 'Apellido'],
      example: 'Quispe Mamani',
    }),
    email: textColumn({
      label: { es: 'Correo del punto focal', en: 'E-mail of the focal point' },
      aliases: ['Correo', 'Correo electrónico', 'Email'],
      example: 'rosa.quispe@mancomunidad.example',
      hint: { es: 'A donde va la invitación.', en: 'Where the invitation goes.' },
    }),
    phone: textColumn({
      label: { es: 'Teléfono del punto focal', en: 'Phone of the focal point' },
      aliases: ['Teléfono', 'Celular'],
      example: '+51 984 000 000',
    }),
  },
});

type Columns = typeof delegationImport.columns;
type Values = ReadRow<Columns>['values'];
type Contact = Pick<Person, 'givenNames' | 'familyNames' | 'phone'> & { readonly email: string };

/** Grants delegations and invites their focal points, by the rules of the screens. What stands as the row says is passed over. */
@Injectable()
export class DelegationImporter extends VerbImporter<Columns> {
  readonly kind = delegationImport;

  protected override readonly columnOf = { institutionId: 'institution', personId: 'email' } as const;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly institutions: InstitutionsByName,
    private readonly granted: GrantedDelegations,
    private readonly delegations: DelegationService,
    private readonly invitations: InvitationService,
  ) {
    super(unitOfWork);
  }

  /** A file of institutions is mail in bulk. */
  requireMayImport(viewer: Viewer, { eventId }: ImportScope): void {
    if (!eventId) throw new NotAllowed();
    requireStaff(viewer, eventId, 'registrations.change', 'event');
    requireStaff(viewer, eventId, 'invitations.send', 'event');
    requireRecentProof(viewer);
  }

  protected async add(
    { number, values }: ReadRow<Columns>,
    context: ImportContext,
  ): Promise<readonly string[] | Refusal> {
    const find = await this.institutions.over(context.work.manager, [values.institution]);
    const institution = find(values.institution);
    if ('code' in institution) return new Refusal(institution.code, institution.details, 'institution');
    const contact = contactOf(values);
    if (isRefusal(contact)) return contact;
    const known = await this.granted.to(context.work, context.scope.eventId ?? '', institution.id);
    return contact
      ? this.invite({ number, values, institutionId: institution.id, contact, known }, context)
      : this.grant(values, institution.id, known?.delegation, context);
  }

  private async grant({ quota }: Values, institutionId: string, known: Delegation | undefined, context: ImportContext) {
    if (known && known.quota !== quota)
      return delegationImportRefusals.DELEGATION_OTHER_QUOTA({ quota: known.quota }, 'quota');
    if (known) return [];
    const { viewer, scope } = context;
    const made = await this.delegations.create(viewer, { eventId: scope.eventId ?? '', institutionId, quota });
    return isRefusal(made) ? made : [made.id];
  }

  private async invite(
    { number, values, institutionId, contact, known }: Invited,
    { viewer, scope, work }: ImportContext,
  ): Promise<readonly string[] | Refusal> {
    const eventId = scope.eventId ?? '';
    if (known?.asked.some(({ email }) => email?.toLowerCase() === contact.email.toLowerCase())) return [];
    if (known?.waits) return delegationImportRefusals.DELEGATION_INVITED({}, 'email');
    const there = await this.granted.known(work, eventId, contact);
    const who = there ? { personId: there.id } : { person: contact };
    const row = { institutionId, quota: values.quota, ...who };
    const { done, refusals } = await this.invitations.inviteFocalPoints(viewer, eventId, [row]);
    const [refusal] = refusals;
    if (!refusal) return done.map(({ id }) => id);
    // It was asked for as a list of one: the file's own row is meant.
    const field = refusal.field?.split('.').at(-1);
    return new Refusal(refusal.code, { ...refusal.details, row: number }, field);
  }
}

interface Invited {
  readonly number: number;
  readonly values: Values;
  readonly institutionId: string;
  readonly contact: Contact;
  readonly known: Awaited<ReturnType<GrantedDelegations['to']>>;
}

/** Whom the row invites; null when it invites nobody. */
function contactOf({ givenNames, familyNames, email, phone }: Values): Contact | Refusal | null {
  if (givenNames && familyNames && email) return { givenNames, familyNames, email, phone };
  if (!givenNames && !familyNames && !email && !phone) return null;
  const lacking = givenNames ? (familyNames ? 'email' : 'familyNames') : 'givenNames';
  return delegationImportRefusals.DELEGATION_CONTACT_INCOMPLETE({}, lacking);
}
