import type { OrganizerRole } from '#events';
import type { BlockColour } from '../blocks/thematic-block.rules.js';
import type { SessionKind } from '../sessions/session.rules.js';
import type { SpeakerRole } from '../speakers/speaker.rules.js';

/** A published agenda as plain data: all that a page or the API shows of it, with names as they were when it was published. */
export interface AgendaContent {
  readonly event: AgendaEvent;
  readonly blocks: readonly AgendaBlock[];
  readonly days: readonly AgendaDay[];
}

export interface AgendaEvent {
  readonly id: string;
  readonly slug: string;
  /** With its edition number: `II Encuentro …`. */
  readonly name: string;
  readonly city: string;
  readonly country: string;
  readonly zone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isDemonstration: boolean;
  /** In protocol order. */
  readonly organizers: readonly AgendaOrganizer[];
  readonly venues: readonly AgendaVenue[];
}

export interface AgendaOrganizer {
  readonly name: string;
  readonly shortName: string | null;
  readonly role: OrganizerRole;
}

export interface AgendaVenue {
  readonly name: string;
  readonly address: string;
  readonly rooms: readonly { readonly name: string; readonly capacity: number }[];
}

export interface AgendaBlock {
  readonly id: string;
  readonly name: string;
  readonly colour: BlockColour;
}

export interface AgendaDay {
  /** Calendar day in the event's zone: `2025-06-20`. */
  readonly date: string;
  /** By start, then by the order of rooms. */
  readonly sessions: readonly AgendaSession[];
}

export interface AgendaSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly title: string;
  readonly summary: string;
  /** UTC, ISO 8601: `2025-06-20T14:00:00Z`. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** Wall-clock time in the event's zone: `09:00`. */
  readonly from: string;
  readonly to: string;
  readonly room: string | null;
  readonly block: AgendaBlock | null;
  readonly speakers: readonly AgendaSpeaker[];
}

export interface AgendaSpeaker {
  readonly name: string;
  readonly role: SpeakerRole;
  readonly position: string | null;
  readonly institution: string | null;
}
