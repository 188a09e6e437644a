import { defineConfig } from 'vite';
import { join } from 'node:path';
import { precompressed } from './compress.js';
import { openings } from './openings.js';
import { trusted } from './trusted-documents.js';

/** The packages without which no screen is shown. */
const atOnce =
  /vite[\\/]preload-helper|node_modules[\\/](react|react-dom|scheduler|i18next|@tanstack[\\/](react-router|router-core|history|react-query|query-core|react-store|store))[\\/]/;

/** Two pages of one build: the panel, and the explorer of the API, which is served in demo and test only. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/panel/',
  publicDir: false,
  plugins: [
    trusted(join(import.meta.dirname, 'src')),
    openings(join(import.meta.dirname, 'src/screens')),
    precompressed(),
  ],
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../../dist/panel',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    manifest: true,
    rolldownOptions: {
      input: { index: 'index.html', graphiql: 'graphiql.html' },
      // What every screen needs comes in two files and what every list needs in one: on a far line each file costs a round trip.
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: atOnce, priority: 3 },
            { name: 'frame', test: /src[\\/]app[\\/]router\.tsx$/, priority: 2 },
            // Of both pages: without a file of its own it would bring the panel along into the explorer.
            { name: 'rows', test: /node_modules[\\/]@tanstack[\\/](react-virtual|virtual-core)[\\/]/, priority: 2 },
            { name: 'lists', test: /src[\\/]design[\\/](data-list|form|overlay|tabs)\.tsx$/, priority: 1 },
          ],
        },
      },
      // Packages say 'use client' for servers that render; there is none here.
      checks: { moduleLevelDirective: false },
      // The kit is imported by one name; a screen loads only the parts of it that it uses.
      treeshake: { moduleSideEffects: [{ test: /\/src\/design\/[^/]+\.tsx?$/, sideEffects: false }] },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '/graphql': 'http://127.0.0.1:3000',
      '/health': 'http://127.0.0.1:3000',
      '/imports': 'http://127.0.0.1:3000',
      '/exports': 'http://127.0.0.1:3000',
    },
  },
});
