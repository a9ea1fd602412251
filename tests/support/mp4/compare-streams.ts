import { createHash } from 'node:crypto';
import type { Stream } from './streams.ts';

/** What two streams must agree on: bytes (one MD5 over all samples), how many, when shown, which are sync. */
export const streamsOf = (streams: Stream[]) =>
  streams.map(({ kind, timescale, editTicks, samples }) => {
    const hash = createHash('md5');
    for (const sample of samples) hash.update(sample.bytes);
    return {
      kind,
      count: samples.length,
      md5: hash.digest('hex'),
      shownMicroseconds: samples.map(({ decodeTicks, compositionTicks }) =>
        Math.round(((decodeTicks + compositionTicks + editTicks) / timescale) * 1e6),
      ),
      sync: samples.flatMap((sample, index) => (sample.isSync ? [index] : [])),
    };
  });
