import type { Language } from '#kernel';
import { ShowsPersonal, Allow, connectionType, languageEnum, orRefusal } from '#platform';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { documentOf, documentTypes, maskedDocument, type DocumentType } from '../documents/document.rules.js';
import type { Person } from './person.entity.js';
import { personOrders } from './person.repository.js';
import { personName } from './person.rules.js';

export const documentTypeEnum = Object.fromEntries(documentTypes.map((type) => [type, type])) as Record<
  DocumentType,
  DocumentType
>;
registerEnumType(documentTypeEnum, {
  name: 'DocumentType',
  description:
    'Kind of an identity document: `dni`, `ce` and `ruc` are of Peru, `ci_bo` of Bolivia, `passport` of any country.',
});

@Allow('public')
@ObjectType('PersonName', { description: 'Somebody by name alone: what everybody may see of a speaker.' })
export class PersonNameType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'Given names, then family names.' })
  fullName: string;

  @Field(() => Boolean, { description: 'Whether the person was made up for the demonstration. Show it as such.' })
  isDemonstration: boolean;
}

export function personNameType(row: Person): PersonNameType {
  return { id: row.id, fullName: personName(row), isDemonstration: row.isDemonstration };
}

@Allow('staff')
@ObjectType('Person', { description: 'Somebody with how to reach them. For staff only.' })
export class PersonType {
  @Field(() => ID, { description: 'Unguessable and stable.' })
  id: string;

  @Field(() => String, { description: 'Given names.' })
  givenNames: string;

  @Field(() => String, { description: 'Family names.' })
  familyNames: string;

  @Field(() => String, { description: 'Given names, then family names.' })
  fullName: string;

  @Field(() => String, { nullable: true, description: 'E-mail address; other people may have the same one.' })
  @ShowsPersonal('email')
  email: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number as it was written.' })
  @ShowsPersonal('phone')
  phone: string | null;

  @Field(() => documentTypeEnum, { nullable: true, description: 'Kind of their identity document.' })
  documentType: DocumentType | null;

  @Field(() => String, { nullable: true, description: "The document's number, masked: `****1234`." })
  documentMasked: string | null;

  @Field(() => languageEnum, { description: 'Language of their mails.' })
  language: Language;

  @Field(() => Boolean, { description: 'Whether lists leave them out. What refers to them stays.' })
  isArchived: boolean;

  @Field(() => Boolean, { description: 'Whether the person was made up for the demonstration. Show it as such.' })
  isDemonstration: boolean;
}

export function personType(row: Person): PersonType {
  const { id, givenNames, familyNames, email, phone, language, isDemonstration } = row;
  const document = documentOf(row);
  return {
    id,
    givenNames,
    familyNames,
    fullName: personName(row),
    email,
    phone,
    documentType: document && document.type,
    documentMasked: document && maskedDocument(document),
    language,
    isArchived: Boolean(row.archivedAt),
    isDemonstration,
  };
}

const personOrderEnum = Object.fromEntries(personOrders.map((order) => [order, order]));
registerEnumType(personOrderEnum, {
  name: 'PersonOrder',
  description: 'By family names, either way, or the latest that were added first.',
});
export { personOrderEnum };

@InputType('PersonFilter', { description: 'Which people a list shows; what is absent does not narrow it.' })
export class PersonFilter {
  @Field(() => ID, { nullable: true, description: 'Only who has or had a position at this institution.' })
  institutionId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only who has an e-mail address, or who has none.' })
  hasEmail?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only who may be there twice, by the same name or the same document.',
  })
  hasTwin?: boolean | null;
}

export const PersonConnection = connectionType('Person', PersonType, 'staff');
export const PersonOrRefusal = orRefusal('Person', () => PersonType);

@InputType('PersonInput', { description: 'A person as they should be.' })
export class PersonInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The organisation that keeps them; absent: the only one for which you work. Cannot be changed later.',
  })
  organizationId?: string | null;

  @Field(() => String, { description: 'Given names, one line of at most 100 characters.' })
  givenNames: string;

  @Field(() => String, { description: 'Family names, one line of at most 100 characters.' })
  familyNames: string;

  @Field(() => String, { nullable: true, description: "One e-mail address; may be another person's too." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Digits with an optional country code: `+51 984 000 000`.' })
  phone?: string | null;

  @Field(() => documentTypeEnum, { nullable: true, description: 'Kind of the identity document.' })
  documentType?: DocumentType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its number; spaces and dots do not matter, and a wrong check digit is taken as it is.',
  })
  documentNumber?: string | null;

  @Field(() => languageEnum, { nullable: true, description: 'Language of their mails; Spanish when absent.' })
  language?: Language;
}
