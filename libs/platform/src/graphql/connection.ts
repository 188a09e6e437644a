import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Allow, type AccessRule } from '../access/rule.js';

const largestPage = 200;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many rows at most, from 1 to ${largestPage}.` })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before; absent for the first page.',
  })
  after?: string;
}

/** One page of a long list, as a repository answers it. `cursor` tells where the row stands in the list's order. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly hasNext: boolean;
  cursor(row: Row): string;
}

/** Rows to skip, from the opaque cursor of an offset-paged list; 0 for the first page or a foreign cursor. */
export function offsetOf(page: PageArgs): number {
  const text = Buffer.from(page.after ?? '', 'base64url').toString();
  return /^o\d{1,9}$/.test(text) ? Number(text.slice(1)) : 0;
}

export function limitOf(page: PageArgs): number {
  return Math.min(Math.max(page.first, 1), largestPage);
}

/** A page of a list that is paged by position; fit for lists of some thousand rows in a stable order. */
export function pageAt<Row>(rows: readonly Row[], total: number, page: PageArgs): Page<Row> {
  const offset = offsetOf(page);
  const positions = new Map(rows.map((row, index) => [row, offset + index + 1]));
  const cursor = (row: Row) => Buffer.from(`o${positions.get(row)}`).toString('base64url');
  return { rows, total, hasNext: offset + rows.length < total, cursor };
}

@Allow('public')
@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow after this page.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` for the next page; null on an empty page.' })
  endCursor: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** The Relay connection type of a node type; `rule` is the access rule of the list itself. */
export function connectionType<Node extends object>(
  name: string,
  node: Type<Node>,
  rule: AccessRule,
): Type<Connection<Node>> {
  @Allow(rule)
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its place.` })
  class Edge {
    @Field(() => String, { description: 'Opaque place in the list.' })
    cursor: string;

    @Field(() => node, { description: `The ${name}.` })
    node: Node;
  }

  @Allow(rule)
  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionOfNode {
    @Field(() => [Edge], { description: 'The rows of this page, in order.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo: PageInfo;

    @Field(() => Int, { description: 'Rows in the whole list, on all pages.' })
    totalCount: number;
  }
  return ConnectionOfNode;
}

export function connectionOf<Row, Node>(page: Page<Row>, show: (row: Row) => Node): Connection<Node> {
  const edges = page.rows.map((row) => ({ cursor: page.cursor(row), node: show(row) }));
  return {
    edges,
    pageInfo: { hasNextPage: page.hasNext, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.total,
  };
}
