import { openAsBlob, statSync } from 'node:fs';
import { signGrant } from '#worker/media/grant.ts';
import { atMost, type Figure } from './figure.ts';
import { ok, read } from './media-client.ts';
import { cpuMs } from './media-process.ts';
import { type Stage, TICKET_SECRET } from './media-stage.ts';

const SHORT_ID = 'bench-video';
const ROUNDS = 6;

/** Puts a film onto the stage and indexes it. */
export async function putFilm(stage: Stage, path: string): Promise<void> {
  await ok(fetch(`${stage.origin}/store/${SHORT_ID}`, { method: 'PUT', body: await openAsBlob(path) }));
  await ingestFilm(stage);
}

export async function ingestFilm(stage: Stage): Promise<{ version: string }> {
  return (await (await ok(fetch(`${stage.origin}/ingest/${SHORT_ID}`))).json()) as { version: string };
}

async function addressFilm(stage: Stage, operation = 'media'): Promise<{ base: URL; names: string[] }> {
  const { version } = await ingestFilm(stage);
  const grant = await signGrant(TICKET_SECRET, SHORT_ID, {
    right: { kind: 'open' },
    sinceMs: 0,
    expiresAtSeconds: Date.now() / 1000 + 86_400,
  });
  const base = new URL(`/${operation}/${grant}/${SHORT_ID}/${version}/`, stage.origin);
  const playlist = await (await ok(fetch(new URL('index.m3u8', base)))).text();
  return { base, names: playlist.match(/s\d+\.m4s/g) ?? [] };
}

/** A player's whole visit, counted at the bucket. */
export async function measureBytes(stage: Stage): Promise<Figure> {
  const { base, names } = await addressFilm(stage, 'counted');
  await ok(fetch(`${stage.origin}/counts`));
  let servedBytes = 0;
  for (const name of ['master.m3u8', 'index.m3u8', 'init.mp4', ...names]) {
    servedBytes += await read(new URL(name, base));
  }
  const counts = (await (await ok(fetch(`${stage.origin}/counts`))).json()) as { bytesRead: number };
  return atMost(
    'bytes read from R2 / bytes served, whole film',
    counts.bytesRead / servedBytes,
    1.01,
    '×',
    4,
  );
}

/**
 * Segments of the product against bare range reads of as many bytes of the same object, round by round in one
 * workerd. Twice: over an object stored in one piece, and over one stored in parts, as uploads are. The local
 * R2 pumps the latter through JavaScript (production does not), which dwarfs what either side adds.
 */
export async function measureCpu(stage: Stage, path: string): Promise<Figure[]> {
  const whole = await compareCpu(stage, 'CPU a segment / a bare R2 read');
  await ok(fetch(`${stage.origin}/store-in-parts/${SHORT_ID}?from=${statSync(path).size}`));
  const parts = await compareCpu(stage, 'the same, stored in parts');
  return [whole, parts];
}

async function compareCpu(stage: Stage, title: string): Promise<Figure> {
  const { base, names } = await addressFilm(stage);
  const sizes: number[] = [];
  for (const name of names) sizes.push(await read(new URL(name, base)));
  const product = (index: number): URL => new URL(names[index] ?? '', base);
  const bare = (index: number): URL => {
    const offset = sizes.slice(0, index).reduce((sum, size) => sum + size, 0) * 0.95;
    const query = `offset=${Math.floor(offset)}&length=${sizes[index]}`;
    return new URL(`/bare/${SHORT_ID}?${query}`, stage.origin);
  };
  await spend(stage, names.length, bare);
  let productMs = 0;
  let bareMs = 0;
  for (let round = 0; round < ROUNDS; round++) {
    productMs += await spend(stage, names.length, product);
    bareMs += await spend(stage, names.length, bare);
  }
  const count = names.length * ROUNDS;
  const both = `${(productMs / count).toFixed(2)} / ${(bareMs / count).toFixed(2)} ms`;
  return atMost(`${title} (${both})`, productMs / bareMs, 1.3, '×', 2);
}

async function spend(stage: Stage, count: number, address: (index: number) => URL): Promise<number> {
  const before = cpuMs([stage.processId]);
  for (let index = 0; index < count; index++) await read(address(index));
  return cpuMs([stage.processId]) - before;
}
