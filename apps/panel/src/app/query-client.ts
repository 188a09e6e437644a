import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.js';

const hopeless = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'STEP_UP_NEEDED']);

/** Where whoever is not signed in is sent, with the way back. */
export function goToSignIn(): void {
  const back = `${location.pathname}${location.search}`;
  location.assign(`/entrar?to=${encodeURIComponent(back)}`);
}

function onError(error: Error): void {
  if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') goToSignIn();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && !(error instanceof ApiError && hopeless.has(error.code)),
      // The banner knows better than the browser whether the server is there.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
