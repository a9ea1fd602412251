import { expect, test } from 'vitest';
import { StreamRecovery, type StreamTrouble } from '#client/player/stream-recovery.ts';

const NETWORK: StreamTrouble = { kind: 'network', status: 0, isUnknownFormat: false };
const MEDIA: StreamTrouble = { ...NETWORK, kind: 'media' };

test('a lost connection is tried again twice, each time later, then told', () => {
  const recovery = new StreamRecovery();
  expect([0, 1000, 3000].map((nowMs) => recovery.next(NETWORK, nowMs))).toEqual([
    { delayMs: 400 },
    { delayMs: 1600 },
    { failure: 'unreachable' },
  ]);
});

test('a decoder is set up anew at once, twice, then the file is called unplayable', () => {
  const recovery = new StreamRecovery();
  expect([0, 1, 2].map((nowMs) => recovery.next(MEDIA, nowMs))).toEqual([
    { delayMs: 0 },
    { delayMs: 0 },
    { failure: 'unplayable' },
  ]);
});

test('trouble long ago is forgotten, and so it is when somebody tries again', () => {
  const recovery = new StreamRecovery();
  recovery.next(NETWORK, 0);
  recovery.next(NETWORK, 2000);
  expect(recovery.next(NETWORK, 40_000)).toEqual({ delayMs: 400 });
  recovery.next(NETWORK, 40_500);
  recovery.reset();
  expect(recovery.next(NETWORK, 41_000)).toEqual({ delayMs: 400 });
});

test.each<[string, Partial<StreamTrouble>, string]>([
  ['a right that has ended', { status: 403 }, 'gone'],
  ['a file that is gone', { status: 404 }, 'gone'],
  ['a codec nobody knows here', { kind: 'media', isUnknownFormat: true }, 'unplayable'],
  ['anything else', { kind: 'other' }, 'stopped'],
])('%s is told at once', (_what, trouble, failure) => {
  expect(new StreamRecovery().next({ ...NETWORK, ...trouble }, 0)).toEqual({ failure });
});
