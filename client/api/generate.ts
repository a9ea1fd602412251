import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { buildWorker } from '../../worker/local/build/worker.ts';
import { startWorkerd } from '../../worker/local/workerd.ts';

const HEADER = '// Made by `npm run api:generate` from /openapi.json. Do not edit.\n\n';

/** The description as TypeScript: what `client.ts` is typed by. */
export async function typesOf(description: OpenAPI3): Promise<string> {
  const nodes = await openapiTypescript(description, { alphabetize: true, defaultNonNullable: false });
  return HEADER + astToString(nodes);
}

/** Asks the worker itself, as it would be deployed: describing needs neither database nor secrets. */
async function describe(): Promise<OpenAPI3> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lockstep-api-'));
  const build = await buildWorker(() => console.log('Building the worker …'));
  const nothing = 'postgres://nobody:nothing@127.0.0.1:1/none';
  const { origin, miniflare } = await startWorkerd({
    build,
    dataDir,
    host: '127.0.0.1',
    port: 0,
    secrets: { DATABASE_URL: nothing, AUTH_DATABASE_URL: nothing, REQUEST_LOG: 'off' },
    onLog: (_, message) => console.error(message),
    onProcess: () => {},
  });
  try {
    const answer = await fetch(`${origin}/openapi.json`);
    return (await answer.json()) as OpenAPI3;
  } finally {
    await miniflare.dispose();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const file = join(import.meta.dirname, 'openapi.d.ts');
  writeFileSync(file, await typesOf(await describe()));
  console.log(`Wrote ${file}`);
}
