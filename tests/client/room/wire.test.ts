import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Down } from '#protocol/down.ts';
import { decodeDown as decodeBySchema } from '#protocol/codec.ts';
import { encodeDown } from '#protocol/wire.ts';
import { shapesText } from '#client/room/wire/generate.ts';
import { decodeDown } from '#client/room/wire/read.ts';
import { fit, MISFIT, type Shape } from '#client/room/wire/shape.ts';
import { SHAPES } from '#client/room/wire/shapes.ts';
import { commentOf, idOf, playbackOf, screeningOf, welcomeOf } from './samples.ts';

const FRAMES: Record<string, Down> = {
  welcome: welcomeOf({ history: { kind: 'snapshot', comments: [commentOf(1)], isTruncated: false } }),
  ack: { t: 'ack', id: idOf(1), epoch: 1, seq: 2, result: { kind: 'comment', comment: commentOf(1) } },
  refuse: { t: 'refuse', id: null, code: 'RATE_LIMITED', message: 'Slower, please.', retryAfterMs: 500 },
  events: {
    t: 'events',
    epoch: 1,
    seq: 9,
    events: [
      { kind: 'comment', seq: 7, comment: commentOf(2) },
      { kind: 'like', seq: 8, like: { commentId: null, likeCount: 3 } },
      { kind: 'screening', seq: 9, screening: screeningOf(5) },
    ],
  },
  playback: { t: 'playback', screeningId: idOf(5), playback: playbackOf(3) },
  persist: { t: 'persist', persist: 'delayed' },
  bye: { t: 'bye', closeCode: 4408, message: 'Come back.' },
};

/** The frame once for each of its parts, with that part gone or of another kind. */
function* broken(value: unknown, put: (changed: unknown) => unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries())
      yield* broken(each, (changed) => put(value.map((other, index) => (index === at ? changed : other))));
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) {
      yield put({ ...value, [name]: undefined });
      yield put({ ...value, [name]: { not: 'this' } });
      yield* broken(each, (changed) => put({ ...value, [name]: changed }));
    }
  }
}

describe('what the browser reads of a room', () => {
  it('has the shapes of the protocol’s schemas (else: npm run api:generate)', () => {
    const file = new URL('../../../client/room/wire/shapes.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(shapesText());
  });

  it.each(Object.entries(FRAMES))('is, of a %s frame, what the schema reads', (_, frame) => {
    expect(decodeDown(encodeDown(frame))).toEqual(decodeBySchema(encodeDown(frame)));
  });

  it.each(Object.entries(FRAMES))('refuses a %s frame wherever the schema does, part by part', (_, frame) => {
    let refused = 0;
    for (const each of broken(frame, (changed) => changed)) {
      const text = JSON.stringify(each);
      const known = decodeBySchema(text);
      expect(decodeDown(text), text).toEqual(known);
      if (known === undefined) refused += 1;
    }
    expect(refused).toBeGreaterThan(1);
  });

  it('ignores what it does not know', () => {
    const nothing = ['{', '"text"', 'null', '[]', '{"t":"new"}', new ArrayBuffer(2)].map(decodeDown);
    expect(nothing).toEqual(nothing.map(() => undefined));
  });

  it('takes nothing from an object’s prototype', () => {
    const shape: Shape = { type: 'object', properties: { t: { type: 'string' } }, required: ['t'] };
    expect(fit(shape, Object.create({ t: 'inherited' }), SHAPES)).toBe(MISFIT);
  });

  it('fills in what a sender may leave out', () => {
    const { awaited: _, ...playback } = playbackOf(3);
    const text = JSON.stringify({ t: 'playback', screeningId: idOf(5), playback });
    expect(decodeDown(text)).toMatchObject({ playback: { awaited: [] } });
  });
});
