import { groupedBy } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { Institution } from '../institutions/institution.entity.js';
import { InstitutionRepository } from '../institutions/institution.repository.js';
import { InstitutionRelation } from './institution-relation.entity.js';
import type { RelationKind } from './institution-relation.rules.js';

@Injectable()
export class InstitutionRelationRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly institutions: InstitutionRepository,
  ) {}

  /** For each institution, those that are `kind` of it (its members), by name. */
  async thoseOf(kind: RelationKind, ids: readonly string[]): Promise<Map<string, Institution[]>> {
    const relations = await this.dataSource.getRepository(InstitutionRelation).findBy({ kind, ofId: In([...ids]) });
    return this.farEnds(relations.map(({ ofId, institutionId }) => ({ near: ofId, far: institutionId })));
  }

  /** For each institution, those of which it is `kind` (what it is a member of), by name. */
  async ofWhich(kind: RelationKind, ids: readonly string[]): Promise<Map<string, Institution[]>> {
    const relations = await this.dataSource
      .getRepository(InstitutionRelation)
      .findBy({ kind, institutionId: In([...ids]) });
    return this.farEnds(relations.map(({ ofId, institutionId }) => ({ near: institutionId, far: ofId })));
  }

  /** `member of` for every membership in one of the institutions. */
  async membershipsAmong(manager: EntityManager, ofIds: readonly string[]): Promise<Set<string>> {
    const rows = await manager.find(InstitutionRelation, {
      where: { kind: 'member_of', ofId: In([...new Set(ofIds)]) },
    });
    return new Set(rows.map(({ institutionId, ofId }) => `${institutionId} ${ofId}`));
  }

  /** Every membership by the names of both, as people write them in a file. */
  memberships(): Promise<NamedMembership[]> {
    return this.dataSource.query<NamedMembership[]>(
      `SELECT one.name AS "of", member.name AS member FROM institution_relation relation
       JOIN institution one ON one.id = relation.of_id JOIN institution member ON member.id = relation.institution_id
       WHERE relation.kind = 'member_of' AND one.archived_at IS NULL AND member.archived_at IS NULL
       ORDER BY accent_blind(one.name), one.id, accent_blind(member.name), member.id`,
    );
  }

  async forget(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await manager.query('DELETE FROM institution_relation WHERE id = ANY ($1)', [ids]);
  }

  forChange(manager: EntityManager, kind: RelationKind, ends: RelationKey): Promise<InstitutionRelation | null> {
    return manager.findOne(InstitutionRelation, { where: { kind, ...ends }, lock: { mode: 'pessimistic_write' } });
  }

  private async farEnds(ends: readonly { near: string; far: string }[]): Promise<Map<string, Institution[]>> {
    const rows = await this.institutions.byIds(ends.map(({ far }) => far));
    const seen = ends.flatMap(({ near, far }) => {
      const institution = rows.get(far);
      return institution ? [{ near, institution }] : [];
    });
    seen.sort((a, b) => a.institution.name.localeCompare(b.institution.name, 'es'));
    const groups = groupedBy(seen, ({ near }) => near);
    return new Map([...groups].map(([near, group]) => [near, group.map(({ institution }) => institution)]));
  }
}

/** Who is a member of what, by name. */
export interface NamedMembership {
  readonly of: string;
  readonly member: string;
}

interface RelationKey {
  readonly institutionId: string;
  readonly ofId: string;
}
