import { buildIndex } from '#worker/media/hls/build-index.ts';
import type { MediaIndex } from '#worker/media/hls/media-index.ts';
import { HEAD_BYTES, locateMoov, type ReadRange } from '#worker/media/mp4/locate-moov.ts';
import { readMovie } from '#worker/media/mp4/movie.ts';
import { plan, type Plan } from '#worker/media/plan.ts';

/** The pure part of what happens to an upload, on bytes in memory. */
export async function planFile(file: Uint8Array, onRead?: (length: number) => void): Promise<Plan> {
  const read: ReadRange = async (offset, length) => {
    if (offset + length > file.length || length < 0) throw new Error('read outside the file');
    onRead?.(length);
    return file.subarray(offset, offset + length);
  };
  const head = await read(0, Math.min(HEAD_BYTES, file.length));
  return plan(readMovie(await locateMoov(read, file.length, head)), file.length);
}

export async function indexFile(file: Uint8Array): Promise<MediaIndex> {
  const planned = await planFile(file);
  if (planned.kind === 'job') throw new Error(`needs a job: ${planned.reasons.join(' ')}`);
  return buildIndex(planned.surveys);
}

/** Each segment as a player gets it: the fragment, then the file's ranges. */
export const cutSegments = (file: Uint8Array, index: MediaIndex): Uint8Array[] =>
  index.segments.map((segment, number) => {
    const parts = segment.ranges.map(({ offset, length }) => file.subarray(offset, offset + length));
    return new Uint8Array(Buffer.concat([index.fragments[number] ?? new Uint8Array(), ...parts]));
  });
