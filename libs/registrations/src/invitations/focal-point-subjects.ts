import { isId, type Refusal } from '#kernel';
import { Institution } from '#institutions';
import type { Viewer, Work } from '#platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Delegation } from '../delegations/delegation.entity.js';
import { DelegationRepository } from '../delegations/delegation.repository.js';
import { badQuota } from '../delegations/delegation.rules.js';
import { DelegationService } from '../delegations/delegation.service.js';
import type { Subject } from './bulk-invitation.js';
import { invitationRefusals } from './invitation.rules.js';
import type { InviteeRow } from './invitees.js';

export interface FocalPointRow extends InviteeRow {
  readonly institutionId: string;
  /** Seats of its delegation. */
  readonly quota: number;
}

/** The delegations that a list of focal points is invited for: new ones, or those that nobody has opened yet. */
@Injectable()
export class FocalPointSubjects {
  constructor(
    private readonly delegations: DelegationRepository,
    private readonly service: DelegationService,
  ) {}

  async of(
    work: Work,
    viewer: Viewer,
    eventId: string,
    rows: readonly FocalPointRow[],
  ): Promise<Subject[] | Refusal[]> {
    const ids = rows.map(({ institutionId }) => institutionId);
    const found = await work.manager.findBy(Institution, { id: In(ids.filter(isId)) });
    const institutions = new Map(found.map((row) => [row.id, row]));
    const granted = await this.delegations.ofInstitutions(work.manager, eventId, [...institutions.keys()]);
    const refusals = rows.flatMap((row, index) => {
      const fault = faultOf(row, index, rows, institutions, granted.get(row.institutionId));
      return fault ? [fault] : [];
    });
    if (refusals.length > 0) return refusals;
    const subjects: Subject[] = [];
    for (const row of rows) {
      const delegation = await this.grant(work, viewer, eventId, row, granted.get(row.institutionId));
      subjects.push({ subjectId: delegation.id, topic: null });
    }
    return subjects;
  }

  private async grant(
    work: Work,
    viewer: Viewer,
    eventId: string,
    { institutionId, quota }: FocalPointRow,
    known: Delegation | undefined,
  ): Promise<Delegation> {
    if (!known) return this.service.add(work, viewer, { eventId, institutionId, quota });
    await work.manager.update(Delegation, { id: known.id }, { quota });
    return known;
  }
}

function faultOf(
  { institutionId, quota }: FocalPointRow,
  index: number,
  rows: readonly FocalPointRow[],
  institutions: ReadonlyMap<string, unknown>,
  granted: Delegation | undefined,
): Refusal | null {
  const row = index + 1;
  const field = `input.${index}.institutionId`;
  const first = rows.findIndex((other) => other.institutionId === institutionId);
  if (!institutions.has(institutionId)) return invitationRefusals.INSTITUTION_UNKNOWN({ row }, field);
  if (first !== index) return invitationRefusals.INSTITUTION_TWICE({ row, other: first + 1 }, field);
  if (granted && granted.state !== 'invited') return invitationRefusals.DELEGATION_AT_WORK({ row }, field);
  return badQuota(quota, `input.${index}.quota`);
}
