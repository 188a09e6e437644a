import {
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  type ReactTable,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { ListData } from '../app/ask-hooks.js';
import type { ListState } from '../app/list-state.js';
import type { Option } from './field.js';
import type { MenuAction } from './menu.js';

export const listFeatures = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});
export type ListFeatures = typeof listFeatures;

export interface ListFilter<Filter extends string> {
  readonly name: Filter;
  readonly label: string;
  /** Without them it is a day, chosen in a calendar. */
  readonly options?: readonly Option[];
  /** What stands for no filter: «Todas». */
  readonly all?: string;
}

/** A column of a list. The first is the row's name: it leads to the row, and heads the card on a narrow screen. */
export interface ListColumn<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** By what the list is sorted here; without it the column is sorted by the server where `sortBy` says so. */
  readonly value?: (row: Row) => string | number;
  readonly isNumber?: boolean;
  readonly width?: string;
}

export interface DataListProps<Row, Filter extends string> {
  /** What the list shows, for readers: «Salas». */
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly data: ListData<Row>;
  readonly state: ListState<Filter>;
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly filters?: readonly ListFilter<Filter>[];
  /** Without it there is no search box. */
  readonly searchHint?: string;
  /** Columns that the server can sort by. Columns with a `value` of a list that came whole are sorted here. */
  readonly sortBy?: readonly string[];
  readonly actions?: (row: Row) => readonly (MenuAction | null)[];
  /** What can be done with the selected rows; without it there are no boxes to tick. */
  readonly bulk?: (rows: readonly Row[], clear: () => void) => ReactNode;
  /** What a list that never had a row teaches. */
  readonly empty: ReactNode;
}

/** The parts of the list share its table. */
export type ListTable<Row extends object> = ReactTable<ListFeatures, Row>;
