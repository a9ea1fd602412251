/** Upload to HLS: how soon it plays, what a segment costs, what is read for it, what indexing holds in memory. */
import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { openAccount, playThrough } from '#tests/worker/media/stack-uploads.ts';
import { streamsOf } from '#tests/support/mp4/compare-streams.ts';
import { readFileStreams, readServedStreams } from '#tests/support/mp4/streams.ts';
import { startStack } from '../../worker/local/stack.ts';
import { atMost, type Figure, holds, percentile, report } from './figure.ts';
import { ok, timeUploadToFirstSegment } from './media-client.ts';
import { hasFfmpeg, makeTenMinutes, makeTwoHours } from './media-films.ts';
import { heldMib, peakMib, resetPeak } from './media-process.ts';
import { ingestFilm, measureBytes, measureCpu, putFilm } from './media-segments.ts';
import { bundleMediaWorker, startStage } from './media-stage.ts';

const UPLOADS = 7;

/** The whole product over real HTTP: upload, play, and the samples that come out. */
async function measureProduct(folder: string, film: string): Promise<Figure[]> {
  const stack = await startStack({ dataDir: join(folder, 'stack'), quiet: true });
  try {
    const account = await openAccount(stack.origin);
    const times: number[] = [];
    let hlsUrl = '';
    for (let i = 0; i < UPLOADS; i++) {
      const { video, firstSegmentMs } = await timeUploadToFirstSegment(account, film);
      times.push(firstSegmentMs);
      hlsUrl = video.hlsUrl ?? '';
    }
    const { init, segments } = await playThrough(stack.origin, hlsUrl);
    const served = streamsOf(readServedStreams(init, segments));
    const wanted = streamsOf(readFileStreams(new Uint8Array(readFileSync(film))));
    const md5s = wanted.map(({ kind, md5 }) => `${kind} ${md5.slice(0, 8)}`).join(', ');
    const isSame = JSON.stringify(served) === JSON.stringify(wanted);
    const slowest = `slowest of ${UPLOADS}: ${Math.max(...times).toFixed(0)} ms`;
    return [
      atMost(`upload finished → first segment served (${slowest})`, percentile(times, 0.5), 300, 'ms'),
      holds('elementary streams through HLS', 'MD5-identical', md5s, isSame),
    ];
  } finally {
    await stack.stop();
  }
}

async function measureServing(folder: string, script: string, film: string): Promise<Figure[]> {
  const stage = await startStage(folder, 'serving', script);
  try {
    await putFilm(stage, film);
    return [await measureBytes(stage), ...(await measureCpu(stage, film))];
  } finally {
    await stage.stop();
  }
}

/** In a workerd that has indexed something short before, so that code and runtime are not counted. */
async function measureMemory(folder: string, script: string, short: string): Promise<Figure> {
  const film = makeTwoHours(folder);
  const stage = await startStage(folder, 'memory', script);
  try {
    await putFilm(stage, short);
    await ok(fetch(`${stage.origin}/store/bench-video`, { method: 'PUT', body: await openAsBlob(film) }));
    const heldBefore = heldMib(stage.processId);
    resetPeak(stage.processId);
    const begun = performance.now();
    await ingestFilm(stage);
    const name = `peak extra memory of indexing 2 h (in ${(performance.now() - begun).toFixed(0)} ms)`;
    return atMost(name, peakMib(stage.processId) - heldBefore, 60, 'MiB', 1);
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
    const product = await measureProduct(folder, film);
    const serving = await measureServing(folder, script, film);
    const memory = await measureMemory(folder, script, film);
    report('From upload to HLS', [...product, ...serving, memory]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await run();
