import { Allow, orRefusal } from '#platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Speaker } from './speaker.entity.js';
import { speakerRoles, type SpeakerRole } from './speaker.rules.js';

export const SpeakerRoleEnum = Object.fromEntries(speakerRoles.map((role) => [role, role]));
registerEnumType(SpeakerRoleEnum, {
  name: 'SpeakerRole',
  description: 'What a person does in a session.',
  valuesMap: {
    ponente: { description: 'Gives a talk.' },
    moderador: { description: 'Chairs.' },
    panelista: { description: 'Sits on the panel.' },
    relator: { description: 'Writes down and reports what was said.' },
  },
});

@Allow('staff')
@ObjectType('Speaker', { description: 'A person who takes part in a session, in a position.' })
export class SpeakerType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => SpeakerRoleEnum, { description: 'What the person does in the session.' })
  role: SpeakerRole;

  @Field(() => Int, { description: 'Place among the speakers of the session, from 1.' })
  order: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The position in which the person speaks; null when none was named.',
  })
  positionId: string | null;

  /** Not in the schema: what is loaded by it. */
  personId: string;
}

export const SpeakerOrRefusal = orRefusal('Speaker', () => SpeakerType);

@InputType({ description: 'Somebody who shall take part in a session.' })
export class SpeakerInput {
  @Field(() => ID, { description: 'The session.' })
  sessionId: string;

  @Field(() => ID, { description: 'The person; at most once per session.' })
  personId: string;

  @Field(() => ID, { nullable: true, description: "One of the person's positions: on whose behalf the person speaks." })
  positionId?: string | null;

  @Field(() => SpeakerRoleEnum, { description: 'What the person does.' })
  role: SpeakerRole;
}

@InputType({ description: 'What shall be different; what is absent stays as it is.' })
export class SpeakerChangeInput {
  @Field(() => ID, { nullable: true, description: "Another of the person's positions; null for none." })
  positionId?: string | null;

  @Field(() => SpeakerRoleEnum, { nullable: true, description: 'What the person does.' })
  role?: SpeakerRole;
}

export function speakerType({ id, role, order, personId, positionId }: Speaker): SpeakerType {
  return { id, role, order, personId, positionId };
}
