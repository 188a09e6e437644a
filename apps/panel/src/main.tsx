import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadKeptFonts } from './app/fonts.js';
import { startLanguage } from './app/language.js';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import { askAtOnce, lastEvent } from './app/session.js';
import { passNonceToDialogs } from './app/style-nonce.js';
import { applyTheme, keptTheme } from './app/theme.js';
import { addDeclaredWords } from './app/words.js';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import './design/overlay.css';
import './design/list.css';
import './design/compare.css';
import './design/ordered-list.css';
import './design/thread.css';
import './shell/shell.css';

passNonceToDialogs();
applyTheme(keptTheme());
loadKeptFonts();

/** The panel opens at the event on which one worked last. */
const last = lastEvent.read();
if (last && /^\/panel\/?$/.test(location.pathname)) history.replaceState(null, '', `/panel/e/${last}`);

const isWorded = startLanguage();
askAtOnce(queryClient);
await isWorded;
addDeclaredWords();

const place = document.getElementById('panel');
if (!place) throw new Error('The page has no place for the panel');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
