import { Allow, may, orRefusal, type Viewer } from '#platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Organization } from './organization.entity.js';

@Allow('staff')
@ObjectType('Organization', {
  description: 'Who holds events and keeps people. What is theirs, no other organisation sees.',
})
export class OrganizationType {
  @Field(() => ID, { description: 'UUID.' })
  id: string;

  @Field(() => String, { description: 'As it calls itself.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it is made up to show the product; every screen must say so.' })
  isDemonstration: boolean;

  @Field(() => Boolean, { description: 'Whether you may rename it.' })
  mayChange: boolean;

  @Field(() => Boolean, { description: 'Whether you may give and take roles there.' })
  mayChangeRoles: boolean;
}

export function organizationType(viewer: Viewer, { id, name, isDemonstration }: Organization): OrganizationType {
  const at = { organizationId: id };
  const mayChange = may(viewer, 'organization.change', at);
  return { id, name, isDemonstration, mayChange, mayChangeRoles: may(viewer, 'roles.change', at) };
}

export const OrganizationOrRefusal = orRefusal('Organization', () => OrganizationType);
