import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const database = fileURLToPath(new URL('support/global-setup.ts', import.meta.url));

// The assets folder of wrangler.toml has to exist, also before the client's first build.
mkdirSync(join(root, 'client/dist'), { recursive: true });

/** The suffix of a test's name says what it needs: see tests/README.md. */
const project = (name: string, { exclude = [] as string[], ...more } = {}) => ({
  name,
  include: [name === 'pure' ? 'tests/**/*.test.ts' : `tests/**/*.${name}.test.ts`],
  exclude: ['**/node_modules/**', ...exclude],
  ...more,
});

const withServices = ['workers', 'pg', 'stack', 'browser'].map((name) => `tests/**/*.${name}.test.ts`);

export default defineConfig({
  root,
  test: {
    // Two cores: more files at once only make each slower.
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      { root, test: project('pure', { exclude: withServices }) },
      {
        root,
        plugins: [
          cloudflareTest(({ inject }) => ({
            wrangler: { configPath: join(root, 'wrangler.toml') },
            miniflare: {
              bindings: {
                DATABASE_URL: inject('databaseUrl'),
                AUTH_DATABASE_URL: inject('authDatabaseUrl'),
                AUTH_SECRET: 'a secret for tests only, of 32 characters or more',
                TICKET_SECRET: 'another secret for tests only, of 32 characters',
              },
            },
          })),
        ],
        test: { ...project('workers'), globalSetup: database },
      },
      { root, test: { ...project('pg'), globalSetup: database, testTimeout: 15_000, hookTimeout: 30_000 } },
    ],
  },
});
