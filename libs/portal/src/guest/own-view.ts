import { OwnRowsRepository, type OwnDoor, type OwnRegistration, type OwnSession } from '#guests';
import { Clock } from '#kernel';
import { EventCards, type EventCard } from '#registrations';
import { Injectable } from '@nestjs/common';

/** All that a person sees on `/mi`. */
export interface OwnView {
  readonly sessions: readonly OwnSession[];
  readonly delegations: readonly OwnDoor[];
  readonly parties: readonly OwnDoor[];
  readonly invitations: readonly OwnDoor[];
  readonly registrations: readonly OwnRegistration[];
  /** Of every event that is named above. */
  readonly cards: ReadonlyMap<string, EventCard>;
}

@Injectable()
export class OwnViews {
  constructor(
    private readonly rows: OwnRowsRepository,
    private readonly cards: EventCards,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<OwnView> {
    const [sessions, delegations, parties, invitations, registrations] = await Promise.all([
      this.rows.sessionsOf(personId),
      this.rows.delegationsOf(personId),
      this.rows.meetingPartiesOf(personId),
      this.rows.invitationsOf(personId, this.clock.now()),
      this.rows.registrationsOf(personId),
    ]);
    const named = [...sessions, ...delegations, ...parties, ...invitations, ...registrations];
    const cards = new Map<string, EventCard>();
    for (const id of new Set(named.map(({ eventId }) => eventId))) cards.set(id, await this.cards.of(id));
    return { sessions, delegations, parties, invitations, registrations, cards };
  }
}
