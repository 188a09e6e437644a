import { limitOf, offsetOf, pageAt, searchPattern, type Page, type PageArgs, type Role } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shownName } from '../events/event.rules.js';
import type { EditionStyle } from '../series/edition-number.rules.js';

/** A role of an account, where it holds, and whose. */
export interface StaffRole {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly disabledAt: Date | null;
  readonly role: Role;
  readonly grantedAt: Date;
  readonly organizationId: string;
  readonly organizationName: string;
  /** Null for a role at the organisation, which holds at all its events. */
  readonly eventId: string | null;
  readonly eventName: string | null;
  /** The event as its address writes it. */
  readonly eventSlug: string | null;
}

export interface StaffRoleWish {
  /** Null: all of them. */
  readonly organizations: readonly string[] | null;
  readonly events: readonly string[];
  readonly search?: string | null;
  readonly organizationId?: string | null;
  readonly eventId?: string | null;
}

/** Where roles may hold. */
export type RolePlace = Pick<StaffRole, 'organizationId' | 'organizationName' | 'eventId' | 'eventName'>;

interface Edition {
  readonly editionNumber: number;
  readonly editionStyle: EditionStyle;
}

type PlaceRow = RolePlace & Edition;

type Row = StaffRole & Edition & { readonly total: number };

const all = `
  SELECT account_id, role, granted_at, organization_id, NULL::uuid AS event_id, NULL AS event_name,
         NULL AS event_slug, NULL::int AS edition_number, NULL AS edition_style
  FROM organization_staff
  UNION ALL
  SELECT account_id, role, granted_at, event.organization_id, event.id, event.name, event.slug, edition_number, edition_style
  FROM event_staff JOIN event ON event.id = event_id JOIN event_series AS series ON series.id = series_id`;

@Injectable()
export class StaffRoleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The organisations and events (null: all of them) with their names: first an organisation, then its events, the latest first. */
  async places(organizations: readonly string[] | null, events: readonly string[] | null): Promise<RolePlace[]> {
    const rows = await this.dataSource.query<PlaceRow[]>(
      `SELECT organization.id AS "organizationId", organization.name AS "organizationName", NULL::uuid AS "eventId",
              NULL AS "eventName", NULL::int AS "editionNumber", NULL AS "editionStyle", NULL::date AS starts_on
       FROM organization WHERE $1::uuid[] IS NULL OR id = ANY ($1)
       UNION ALL
       SELECT organization.id, organization.name, event.id, event.name, edition_number, edition_style, starts_on
       FROM event JOIN event_series AS series ON series.id = series_id
       JOIN organization ON organization.id = event.organization_id
       WHERE $2::uuid[] IS NULL OR event.id = ANY ($2)
       ORDER BY 2, 1, starts_on DESC NULLS FIRST`,
      [organizations, events],
    );
    return rows.map(named);
  }

  /** Roles at the organisations and at the events, by name and place. */
  async page(wish: StaffRoleWish, page: PageArgs): Promise<Page<StaffRole>> {
    const rows = await this.dataSource.query<Row[]>(
      `SELECT account.id AS "accountId", account.name, email, disabled_at AS "disabledAt", role, granted_at AS "grantedAt",
              organization_id AS "organizationId", organization.name AS "organizationName", event_id AS "eventId",
              event_name AS "eventName", event_slug AS "eventSlug", edition_number AS "editionNumber", edition_style AS "editionStyle",
              count(*) OVER ()::int AS total
       FROM (${all}) AS held JOIN account ON account.id = account_id JOIN organization ON organization.id = organization_id
       WHERE ($1::uuid[] IS NULL OR organization_id = ANY ($1) OR event_id = ANY ($2::uuid[]))
         AND ($3::text IS NULL OR accent_blind(account.name || ' ' || email::text) LIKE accent_blind($3))
         AND ($4::uuid IS NULL OR organization_id = $4) AND ($5::uuid IS NULL OR event_id = $5)
       ORDER BY account.name, account.id, event_id IS NOT NULL, event_name, event_id
       LIMIT $6 OFFSET $7`,
      [
        wish.organizations,
        wish.events,
        searchPattern(wish.search),
        wish.organizationId ?? null,
        wish.eventId ?? null,
        limitOf(page),
        offsetOf(page),
      ],
    );
    return pageAt(rows.map(named), rows[0]?.total ?? 0, page);
  }
}

function named<R extends PlaceRow>({ editionNumber, editionStyle, eventName: name, ...row }: R) {
  return { ...row, eventName: name && shownName({ name, editionNumber }, { editionStyle }) };
}
