/** Upload to HLS: how soon it plays, what a segment costs, what is read for it, what indexing holds in memory. */
import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { signGrant } from '#worker/media/grant.ts';
import { openAccount, playThrough } from '#tests/worker/media/stack-uploads.ts';
import { streamsOf } from '#tests/support/mp4/compare-streams.ts';
import { readFileStreams, readServedStreams } from '#tests/support/mp4/streams.ts';
import { startStack } from '../../worker/local/stack.ts';
import { atMost, type Figure, holds, percentile, report } from './figure.ts';
import { ok, read, timeUploadToFirstSegment } from './media-client.ts';
import { hasFfmpeg, makeTenMinutes, makeTwoHours } from './media-films.ts';
import { cpuMs, heldMib, peakMib, resetPeak } from './media-process.ts';
import { bundleMediaWorker, type Stage, startStage, TICKET_SECRET } from './media-stage.ts';

const UPLOADS = 5;
const ROUNDS = 6;
const SHORT_ID = 'bench-video';

type Ingested = { version: string };

/** The film on a bench worker: stored, indexed, and addressed with a grant. */
async function put(stage: Stage, path: string): Promise<{ base: URL; ingested: Ingested }> {
  await ok(fetch(`${stage.origin}/store/${SHORT_ID}`, { method: 'PUT', body: await openAsBlob(path) }));
  const ingested = (await (await ok(fetch(`${stage.origin}/ingest/${SHORT_ID}`))).json()) as Ingested;
  const grant = await signGrant(TICKET_SECRET, SHORT_ID, Date.now() / 1000 + 86_400);
  return { base: new URL(`/media/${grant}/${SHORT_ID}/${ingested.version}/`, stage.origin), ingested };
}

const segmentNames = async (base: URL): Promise<string[]> =>
  (await (await ok(fetch(new URL('index.m3u8', base)))).text()).match(/s\d+\.m4s/g) ?? [];

/** The whole product: upload, play, and the samples that come out. */
async function measureProduct(folder: string, film: string, bench: Stage): Promise<Figure[]> {
  const stack = await startStack({ dataDir: join(folder, 'stack'), quiet: true });
  try {
    const account = await openAccount(stack.origin);
    const uploads = [];
    for (let i = 0; i < UPLOADS; i++) uploads.push(await timeUploadToFirstSegment(account, film));
    const hlsUrl = uploads[0]?.video.hlsUrl ?? '';
    const { init, segments } = await playThrough(stack.origin, hlsUrl);
    const served = streamsOf(readServedStreams(init, segments));
    const wanted = streamsOf(readFileStreams(new Uint8Array(readFileSync(film))));
    const md5s = wanted.map(({ kind, md5 }) => `${kind} ${md5.slice(0, 8)}`).join(', ');
    const isSame = JSON.stringify(served) === JSON.stringify(wanted);
    const times = uploads.map(({ firstSegmentMs }) => firstSegmentMs);
    return [
      atMost('upload finished → first segment served, median of 5', percentile(times, 0.5), 300, 'ms'),
      ...(await compareCpu(new URL(hlsUrl, stack.origin), stack.workerdPids, bench)),
      holds('elementary streams through HLS', 'MD5-identical', md5s, isSame),
    ];
  } finally {
    await stack.stop();
  }
}

/** Segments of the product against bare range reads of as many bytes of the same film, round by round. */
async function compareCpu(master: URL, productIds: number[], bench: Stage): Promise<Figure[]> {
  const names = await segmentNames(master);
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, await read(new URL(name, master)));
  const readProduct = (name: string): Promise<number> => read(new URL(name, master));
  const readBare = (name: string, index: number): Promise<number> => {
    const length = sizes.get(name) ?? 0;
    const offset = [...sizes.values()].slice(0, index).reduce((sum, size) => sum + size, 0);
    return read(new URL(`/bare/${SHORT_ID}?offset=${(offset * 0.9) | 0}&length=${length}`, bench.origin));
  };
  await spend([bench.processId], names, readBare);
  let product = 0;
  let bare = 0;
  for (let round = 0; round < ROUNDS; round++) {
    product += await spend(productIds, names, readProduct);
    bare += await spend([bench.processId], names, readBare);
  }
  const count = names.length * ROUNDS;
  const name = `CPU a segment against a bare R2 read (${(product / count).toFixed(2)} / ${(bare / count).toFixed(2)} ms)`;
  return [atMost(name, product / bare, 1.3, '×', 2)];
}

async function spend(
  processIds: number[],
  names: string[],
  readOne: (name: string, index: number) => Promise<number>,
): Promise<number> {
  const before = cpuMs(processIds);
  for (const [index, name] of names.entries()) await readOne(name, index);
  return cpuMs(processIds) - before;
}

/** A player's whole visit, counted at the bucket. */
async function measureBytes(bench: Stage, base: URL): Promise<Figure> {
  await ok(fetch(`${bench.origin}/counts`));
  let servedBytes = 0;
  for (const name of ['master.m3u8', 'index.m3u8', 'init.mp4', ...(await segmentNames(base))]) {
    servedBytes += await read(new URL(name, base));
  }
  const counts = (await (await ok(fetch(`${bench.origin}/counts`))).json()) as { bytesRead: number };
  return atMost(
    'bytes read from R2 / bytes served, whole film',
    counts.bytesRead / servedBytes,
    1.01,
    '×',
    4,
  );
}

/** In a workerd that has indexed something small before, so that code and runtime are not counted. */
async function measureMemory(folder: string, script: string, small: string): Promise<Figure> {
  const film = makeTwoHours(folder);
  const stage = await startStage(folder, 'memory', script);
  try {
    await put(stage, small);
    const { processId, origin } = stage;
    await ok(fetch(`${origin}/store/${SHORT_ID}`, { method: 'PUT', body: await openAsBlob(film) }));
    const heldBefore = heldMib(processId);
    resetPeak(processId);
    const begun = performance.now();
    await ok(fetch(`${origin}/ingest/${SHORT_ID}`));
    const name = `peak extra memory of indexing 2 h (in ${(performance.now() - begun).toFixed(0)} ms)`;
    return atMost(name, peakMib(processId) - heldBefore, 60, 'MiB', 1);
  } finally {
    await stage.stop();
  }
}

async function run(): Promise<void> {
  if (!hasFfmpeg()) {
    console.log('The media bench needs ffmpeg on this machine to make its films; it measured nothing.');
    return;
  }
  const folder = mkdtempSync(join(os.tmpdir(), 'lockstep-media-'));
  try {
    const film = makeTenMinutes(folder);
    const script = await bundleMediaWorker(folder);
    const bench = await startStage(folder, 'bench', script);
    try {
      const { base } = await put(bench, film);
      const bytes = await measureBytes(bench, base);
      const [first, cpu, md5] = await measureProduct(folder, film, bench);
      const memory = await measureMemory(folder, script, film);
      report(
        'From upload to HLS',
        [first, cpu, bytes, memory, md5].filter((figure) => figure !== undefined),
      );
    } finally {
      await bench.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await run();
