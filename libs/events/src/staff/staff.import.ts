import { AccountRepository, accountRefusals, AccountService, eventRoleTerms, RoleService } from '#identity';
import { declareRefusals, emailInvalid, isEmail, isRefusal, tidyEmail, type Refusal } from '#kernel';
import {
  declareImport,
  faultOfRefusal,
  may,
  NotAllowed,
  requireRecentProof,
  textColumn,
  UnitOfWork,
  VerbImporter,
  type ImportColumn,
  type ImportContext,
  type ReadRow,
  type Viewer,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { readChoice } from '../lists/cell-reading.js';
import { isNowhere, placesWhere, StaffPlaces } from './staff-places.js';

export const staffImportRefusals = declareRefusals({
  STAFF_PLACE_UNKNOWN: {
    es: 'Usted no da roles en un lugar que se llame así. Escriba el nombre de su organización o la dirección de un evento suyo.',
    en: 'There is no place of that name where you give roles. Write the name of your organisation or the address of one of your events.',
  },
  STAFF_HAS_OTHER_ROLE: {
    es: 'La persona ya tiene otro rol ahí. Cámbielo en «Personal y roles»; aquí deje el que tiene, o borre la fila.',
    en: 'The person has another role there already. Change it in “Staff and roles”; here leave the one they have, or remove the row.',
  },
});

const readEmail: ImportColumn<string>['read'] = (text) => {
  const value = tidyEmail(text);
  return isEmail(value) ? { value } : { fault: faultOfRefusal(emailInvalid('email')) };
};

const letterLanguages = { es: { es: 'español', en: 'Spanish' }, en: { es: 'inglés', en: 'English' } };

const staffImport = declareImport({
  kind: 'staff',
  title: { es: 'Personal y roles', en: 'Staff and roles' },
  caution: {
    es: 'A quien no tiene cuenta le sale un correo de invitación, y eso no se deshace. Un rol se quita después en esta misma lista; una invitación que nadie aceptó se retira en «Cuentas del personal».',
    en: 'Whoever has no account is sent a mail of invitation, and that is not undone. A role is taken away afterwards in this same list; an invitation that nobody accepted is withdrawn in “Staff accounts”.',
  },
  columns: {
    email: {
      label: { es: 'Correo', en: 'E-mail' },
      aliases: ['Correo electrónico', 'Email'],
      required: true,
      example: 'rosa.quispe@organiza.example',
      hint: {
        es: 'De una sola persona. Si no tiene cuenta, se le invita a este correo; eso lo hace quien administra la plataforma.',
        en: 'Of one person alone. Whoever has no account is invited there, if an administrator of the platform imports.',
      },
      read: readEmail,
    },
    name: textColumn({
      label: { es: 'Nombre', en: 'Name' },
      aliases: ['Persona', 'Nombre completo'],
      required: true,
      example: 'Rosa Quispe (ejemplo)',
      hint: { es: 'Solo cuenta para cuentas nuevas.', en: 'Counts for new accounts alone.' },
    }),
    role: {
      label: { es: 'Rol', en: 'Role' },
      required: true,
      example: 'Recepción',
      read: readChoice(eventRoleTerms),
    },
    place: textColumn({
      label: { es: 'Dónde', en: 'Where' },
      aliases: ['Organización', 'Evento', 'Lugar'],
      required: true,
      example: 'ii-encuentro-de-ejemplo',
      hint: {
        es: 'El nombre de la organización, o el evento como está en su dirección.',
        en: 'The name of the organisation, or the event as its address writes it.',
      },
    }),
    language: {
      label: { es: 'Idioma', en: 'Language' },
      example: 'español',
      hint: { es: 'Del correo que invita.', en: 'Of the mail that invites.' },
      read: readChoice(letterLanguages),
    },
  },
});

type Columns = typeof staffImport.columns;

/**
 * Gives roles by the rules of the screen, and invites whoever has no account by mail: nobody sets another's password. Who has the role is
 * passed over; another role is no business of a file's. It is not undone at once, since the letters are on their way: roles are taken away.
 */
@Injectable()
export class StaffImporter extends VerbImporter<Columns> {
  readonly kind = staffImport;

  constructor(
    unitOfWork: UnitOfWork,
    private readonly places: StaffPlaces,
    private readonly accounts: AccountRepository,
    private readonly service: AccountService,
    private readonly roles: RoleService,
  ) {
    super(unitOfWork);
  }

  requireMayImport(viewer: Viewer): void {
    if (isNowhere(placesWhere(viewer, 'roles.change'))) throw new NotAllowed();
    requireRecentProof(viewer);
  }

  protected async add(
    { values }: ReadRow<Columns>,
    { viewer, work }: ImportContext,
  ): Promise<readonly string[] | Refusal> {
    const { email, role } = values;
    const place = await this.places.of(viewer, values.place, work.manager);
    if (!place) return staffImportRefusals.STAFF_PLACE_UNKNOWN({}, 'place');
    const account = (await this.accounts.byEmail(email, work.manager)) ?? (await this.invited(viewer, values));
    if (isRefusal(account)) return account;
    const held = await this.roles.held(work, place, account.id);
    if (held && held !== role) return staffImportRefusals.STAFF_HAS_OTHER_ROLE({}, 'role');
    if (held) return [];
    const given = await this.roles.give(viewer, place, email, role);
    return isRefusal(given) ? given : [account.id];
  }

  private async invited(viewer: Viewer, { email, name, language }: ReadRow<Columns>['values']) {
    if (!may(viewer, 'accounts.change')) return accountRefusals.ACCOUNT_UNKNOWN({}, 'email');
    return this.service.create(viewer, { email, name, language });
  }
}
