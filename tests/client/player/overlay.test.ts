import { expect, test } from 'vitest';
import { overlayOf, type OverlayFacts } from '#client/player/overlay.ts';

const quiet: OverlayFacts = {
  failure: null,
  isBlocked: false,
  isInStep: false,
  hasStarted: true,
  isWaiting: false,
};

test.each<[string, Partial<OverlayFacts>, string]>([
  ['playing', {}, 'none'],
  ['solo, not yet played', { hasStarted: false }, 'poster'],
  ['in step, not yet played', { hasStarted: false, isInStep: true }, 'none'],
  ['waiting for data', { isWaiting: true }, 'waiting'],
  ['refused by the browser while waiting', { isWaiting: true, isBlocked: true }, 'blocked'],
  ['failed, whatever else', { failure: 'gone', isBlocked: true, isWaiting: true }, 'failed'],
])('%s: %o shows %s', (_name, facts, kind) => {
  expect(overlayOf({ ...quiet, ...facts }).kind).toBe(kind);
});
