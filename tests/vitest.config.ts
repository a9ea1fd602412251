import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { SlowFirst } from './support/slow-first.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const support = (file: string): string => join(root, 'tests/support', file);

// The assets folder of wrangler.toml has to exist, also before the client's first build.
mkdirSync(join(root, 'client/dist'), { recursive: true });

/** The suffix of a test's name says what it needs, and with that its project: see tests/README.md. */
const SUFFIXES = ['workers', 'pg', 'stack', 'browser'];
const filesOf = (suffix: string): string => `tests/**/*.${suffix}.test.ts`;

/**
 * Two groups of projects, one after the other, so that what measures time does not share the machine with what computes.
 * In each, a project begins as soon as the one before has no file left to begin (slow-first.ts).
 */
const COMPUTES = 0;
const MEASURES = 1;
const project = (name: string, group: number) => ({
  name,
  include: [filesOf(name)],
  sequence: { groupOrder: group },
});

const workers = cloudflareTest(({ inject }) => ({
  wrangler: { configPath: join(root, 'wrangler.toml') },
  miniflare: {
    bindings: {
      DATABASE_URL: inject('databaseUrl'),
      AUTH_DATABASE_URL: inject('authDatabaseUrl'),
      AUTH_SECRET: 'a secret for tests only, of 32 characters or more',
      TICKET_SECRET: 'another secret for tests only, of 32 characters',
      WEBHOOK_SECRET: 'a third secret for tests only, of 32 characters',
      WEBHOOK_LOOPBACK: 'on',
      REQUEST_LOG: 'off',
      MEDIA_CACHE: 'off',
      MAIL_URL: 'outbox:',
    },
  },
}));

const pure = {
  name: 'pure',
  include: ['tests/**/*.test.ts'],
  exclude: SUFFIXES.map(filesOf),
  // What computes for two seconds alone takes six beside others.
  testTimeout: 30_000,
};
const database = { globalSetup: support('global-setup.ts') };
const stack = { globalSetup: support('stack-setup.ts'), testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  root,
  test: {
    // Two cores: more files at once only make each slower.
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    passWithNoTests: true,
    projects: [
      // Nothing in a rule's module outlives a call, so files share a process: half the time of `npm run check`.
      { root, test: { ...pure, isolate: false, sequence: { groupOrder: COMPUTES } } },
      {
        root,
        test: {
          ...project('pg', COMPUTES),
          ...database,
          isolate: false,
          testTimeout: 15_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [workers],
        test: {
          ...project('workers', COMPUTES),
          ...database,
          // Loading the product takes an isolate five seconds: files share one, and setup.ts tidies up after each.
          isolate: false,
          setupFiles: support('workers/setup.ts'),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { root, test: { ...project('stack', MEASURES), ...stack } },
      {
        root,
        test: {
          ...project('browser', MEASURES),
          ...stack,
          isolate: false,
          setupFiles: support('browser-setup.ts'),
        },
      },
    ],
  },
});
