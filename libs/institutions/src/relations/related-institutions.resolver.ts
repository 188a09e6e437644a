import { Allow, type RequestContext } from '#platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Institution } from '../institutions/institution.entity.js';
import { institutionType, InstitutionType } from '../institutions/institution.types.js';
import { InstitutionRelationRepository } from './institution-relation.repository.js';
import type { RelationKind } from './institution-relation.rules.js';

const those = 'By name.';

/** An institution's relations as fields of it. */
@Resolver(() => InstitutionType)
export class RelatedInstitutionsResolver {
  constructor(private readonly relations: InstitutionRelationRepository) {}

  @Allow('public')
  @ResolveField(() => [InstitutionType], {
    description: `Its members, such as a mancomunidad's municipalities. ${those}`,
  })
  members(@Parent() { id }: InstitutionType, @Context() context: RequestContext): Promise<InstitutionType[]> {
    return this.thoseOf('member_of', id, context);
  }

  @Allow('public')
  @ResolveField(() => [InstitutionType], { description: `Those of which it is a member. ${those}` })
  memberOf(@Parent() { id }: InstitutionType, @Context() context: RequestContext): Promise<InstitutionType[]> {
    return this.ofWhich('member_of', id, context);
  }

  @Allow('public')
  @ResolveField(() => [InstitutionType], {
    description: `The network that it runs, such as an institute's CITEs. ${those}`,
  })
  network(@Parent() { id }: InstitutionType, @Context() context: RequestContext): Promise<InstitutionType[]> {
    return this.thoseOf('network_of', id, context);
  }

  @Allow('public')
  @ResolveField(() => [InstitutionType], { description: `Those to whose network it belongs. ${those}` })
  networkOf(@Parent() { id }: InstitutionType, @Context() context: RequestContext): Promise<InstitutionType[]> {
    return this.ofWhich('network_of', id, context);
  }

  @Allow('public')
  @ResolveField(() => [InstitutionType], {
    description: `Those that are attached to it, such as a ministry's agencies. ${those}`,
  })
  attached(@Parent() { id }: InstitutionType, @Context() context: RequestContext): Promise<InstitutionType[]> {
    return this.thoseOf('attached_to', id, context);
  }

  @Allow('public')
  @ResolveField(() => [InstitutionType], { description: `Those to which it is attached. ${those}` })
  attachedTo(@Parent() { id }: InstitutionType, @Context() context: RequestContext): Promise<InstitutionType[]> {
    return this.ofWhich('attached_to', id, context);
  }

  private async thoseOf(kind: RelationKind, id: string, { loaders }: RequestContext): Promise<InstitutionType[]> {
    const load = (ids: readonly string[]) => this.relations.thoseOf(kind, ids);
    return shownAll(await loaders.by(`institutions that are ${kind}`, load).load(id));
  }

  private async ofWhich(kind: RelationKind, id: string, { loaders }: RequestContext): Promise<InstitutionType[]> {
    const load = (ids: readonly string[]) => this.relations.ofWhich(kind, ids);
    return shownAll(await loaders.by(`institutions ${kind} which`, load).load(id));
  }
}

function shownAll(rows: readonly Institution[] | null): InstitutionType[] {
  return (rows ?? []).map(institutionType);
}
