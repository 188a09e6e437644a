import { groupedBy, isId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { MeetingParty } from './meeting-party.entity.js';
import { PartyAvailability } from './party-availability.entity.js';

@Injectable()
export class MeetingPartyRepository {
  constructor(private readonly dataSource: DataSource) {}

  byId(id: string, manager: EntityManager = this.dataSource.manager): Promise<MeetingParty | null> {
    return isId(id) ? manager.findOneBy(MeetingParty, { id }) : Promise.resolve(null);
  }

  byIds = async (ids: readonly string[]): Promise<ReadonlyMap<string, MeetingParty>> => {
    const rows = await this.dataSource.manager.findBy(MeetingParty, { id: In(ids.filter(isId)) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  ofInstitution(eventId: string, institutionId: string, manager: EntityManager): Promise<MeetingParty | null> {
    return manager.findOneBy(MeetingParty, { eventId, institutionId });
  }

  /** For a meeting between them: their availability stays as it is until the transaction ends. In order of id, so that nobody deadlocks. */
  toMeet(ids: readonly string[], manager: EntityManager): Promise<MeetingParty[]> {
    const where = { id: In(ids.filter(isId)) };
    return manager.find(MeetingParty, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_read' } });
  }

  toChange(id: string, manager: EntityManager): Promise<MeetingParty | null> {
    return isId(id)
      ? manager.findOne(MeetingParty, { where: { id }, lock: { mode: 'for_no_key_update' } })
      : Promise.resolve(null);
  }

  /** When each party wants no meetings, in order. */
  availabilityOfMany = async (partyIds: readonly string[]): Promise<ReadonlyMap<string, PartyAvailability[]>> => {
    const where = { partyId: In([...partyIds]) };
    const rows = await this.dataSource.manager.find(PartyAvailability, { where, order: { startsAt: 'ASC' } });
    return groupedBy(rows, ({ partyId }) => partyId);
  };

  /** False when the institution has its party already. */
  async insertOnce(party: MeetingParty, manager: EntityManager): Promise<boolean> {
    const { id, eventId, institutionId, contactPersonId, name, linkId } = party;
    const rows = await manager.query<unknown[]>(
      `INSERT INTO meeting_party (id, event_id, institution_id, contact_person_id, name, link_id)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT one_party_per_institution DO NOTHING RETURNING id`,
      [id, eventId, institutionId, contactPersonId, name, linkId],
    );
    return rows.length === 1;
  }

  /** The event's parties by name; with `words`, those whose name has every word, accents and case aside. */
  async named(
    eventId: string,
    words: string,
    page: { offset: number; limit: number },
  ): Promise<{ rows: MeetingParty[]; total: number }> {
    const query = this.dataSource.manager
      .createQueryBuilder(MeetingParty, 'party')
      .where('party.event_id = :eventId', { eventId });
    words
      .split(/\s+/u)
      .filter(Boolean)
      .slice(0, 8)
      .forEach((word, index) => {
        const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
        query.andWhere(`unaccent(party.name) ILIKE unaccent(:word${index})`, { [`word${index}`]: pattern });
      });
    const [rows, total] = await query
      .orderBy('party.name')
      .addOrderBy('party.id')
      .skip(page.offset)
      .take(page.limit)
      .getManyAndCount();
    return { rows, total };
  }
}
