import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useMutationState,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from './api.js';
import { textOf, type TadaDocumentNode } from './graphql.js';

/** How a question is kept, and how it is asked. */
export function asked<Result, Variables>(
  noun: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
) {
  return {
    queryKey: [noun, textOf(document), variables],
    queryFn: ({ signal }: { signal: AbortSignal }) => ask(document, variables, { signal }),
  };
}

/** The noun of a key comes first: `invalidate('rooms')` finds every list and row of rooms. */
export function useAsk<Result, Variables>(
  noun: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  options: { readonly enabled?: boolean; readonly refetchEverySeconds?: number } = {},
): UseQueryResult<Result> {
  return useQuery({
    ...asked(noun, document, variables),
    placeholderData: keepPreviousData,
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.refetchEverySeconds && { refetchInterval: options.refetchEverySeconds * 1000 }),
  });
}

export interface ConnectionLike<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** The rows of a list so far, for `DataList`. */
export interface ListData<Node> {
  readonly rows: readonly Node[];
  readonly total: number;
  readonly isLoading: boolean;
  readonly isFetching: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** A connection page by page, as far as the reader scrolls. The document takes `$after`. */
export function useConnection<Result, Variables extends { after?: string | null }, Node>(
  noun: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (result: Result) => ConnectionLike<Node>,
  options: { readonly refetchEverySeconds?: number } = {},
): ListData<Node> {
  const query = useInfiniteQuery({
    queryKey: [noun, textOf(document), variables],
    queryFn: ({ signal, pageParam }) => ask(document, { ...variables, after: pageParam } as Variables, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const { hasNextPage, endCursor } = pick(last).pageInfo;
      return hasNextPage ? endCursor : null;
    },
    placeholderData: keepPreviousData,
    ...(options.refetchEverySeconds && { refetchInterval: options.refetchEverySeconds * 1000 }),
  });
  const { rows, total } = useMemo(() => {
    const pages = query.data?.pages.map(pick) ?? [];
    return { rows: pages.flatMap((page) => page.edges.map(({ node }) => node)), total: pages[0]?.totalCount ?? 0 };
    // `pick` is written in place at every render and always picks the same.
  }, [query.data]);
  return {
    rows,
    total,
    isLoading: query.isPending,
    isFetching: query.isFetching,
    error: query.error,
    hasMore: query.hasNextPage,
    loadMore: () => void (query.isFetchingNextPage || query.fetchNextPage()),
    retry: () => void query.refetch(),
  };
}

/** A list that comes whole, in the shape of a connection. */
export function wholeList<Node>(query: UseQueryResult<unknown>, rows: readonly Node[] | undefined): ListData<Node> {
  return {
    rows: rows ?? [],
    total: rows?.length ?? 0,
    isLoading: query.isPending,
    isFetching: query.isFetching,
    error: query.error,
    hasMore: false,
    loadMore: () => undefined,
    retry: () => void query.refetch(),
  };
}

/** A deed; afterwards everything known about the nouns is asked for again. */
export function useDeed<Result, Variables>(document: TadaDocumentNode<Result, Variables>, ...nouns: readonly string[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (variables: Variables) => ask(document, variables),
    onSuccess: () => Promise.all(nouns.map((noun) => client.invalidateQueries({ queryKey: [noun] }))),
  });
}

/** Ids of the rows about which a deed is on its way: what they show is not what the server has, or not yet. */
export function useUnderway(): ReadonlySet<string> {
  const ids = useMutationState({
    filters: { status: 'pending' },
    select: ({ state }) => (state.variables as { readonly id?: unknown } | undefined)?.id,
  });
  return new Set(ids.filter((id) => typeof id === 'string'));
}
