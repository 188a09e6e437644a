import { Extensions } from '@nestjs/graphql';
import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Role } from '../access/role.js';
import type { GraphqlContext } from '../access/rule.js';
import type { Viewer } from '../access/viewer.js';
import { masked, type FieldClass } from './field-class.js';

/**
 * The one table of which staff sees which class in the clear; everybody else who reaches the field sees its mask. Programs with a key
 * are readers. Whoever comes by a link sees what stands in the rows that the link opens: they wrote it themselves.
 */
export const personalPolicy: Readonly<Record<FieldClass, readonly Role[]>> = {
  email: ['owner', 'organiser', 'communications'],
  phone: ['owner', 'organiser', 'communications'],
  note: ['owner', 'organiser'],
  mention: ['owner', 'organiser', 'communications'],
  // The whole number leaves only in an export, after a proof of who asks.
  document: [],
  secret: [],
};

/** Binds a field of the API to a class: it is masked unless the viewer may see it. */
export const ShowsPersonal = (fieldClass: FieldClass) => Extensions({ personal: fieldClass }) as PropertyDecorator;

export function maySeePersonal(viewer: Viewer, fieldClass: FieldClass, eventId: string | null): boolean {
  if (fieldClass === 'secret' || fieldClass === 'document' || viewer.kind === 'anonymous') return false;
  if (viewer.kind !== 'staff' || viewer.isAdministrator) return true;
  return rolesOf(viewer, eventId).some((role) => personalPolicy[fieldClass].includes(role));
}

type Staff = Extract<Viewer, { kind: 'staff' }>;

function rolesOf(viewer: Staff, eventId: string | null): Role[] {
  if (eventId === null) return [...viewer.roles.values(), ...viewer.organizationRoles.values()];
  const atEvent = viewer.roles.get(eventId);
  const atOrganization = viewer.organizationRoles.get(viewer.organizationOf.get(eventId) ?? '');
  return [atEvent, atOrganization].filter((role) => role !== undefined);
}

/** Makes the table hold for every field that is bound to a class, whatever type embeds it. */
export function maskPersonal(schema: GraphQLSchema): GraphQLSchema {
  for (const { field, fieldClass } of personalFieldsOf(schema)) mask(field, fieldClass);
  return schema;
}

export function personalFieldsOf(schema: GraphQLSchema) {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values<GraphQLField<unknown, GraphqlContext>>(type.getFields()).flatMap((field) => {
        const fieldClass = field.extensions['personal'] as FieldClass | undefined;
        return fieldClass ? [{ name: `${type.name}.${field.name}`, field, fieldClass }] : [];
      }),
    );
}

function mask(field: GraphQLField<unknown, GraphqlContext>, fieldClass: FieldClass): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = async (source, args, context, info) => {
    const value: unknown = await resolve(source, args, context, info);
    if (typeof value !== 'string') return value;
    const { eventId } = source as { eventId?: unknown };
    const at = typeof eventId === 'string' ? eventId : null;
    return maySeePersonal(context.viewer, fieldClass, at) ? value : masked(fieldClass, value);
  };
}
