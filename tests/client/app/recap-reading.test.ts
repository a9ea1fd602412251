import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { answerPageRequests } from '#tests/support/page-requests.ts';
import type { Recap } from '#protocol/recap.ts';
import type { Watch } from '#client/app/watch/watch.ts';
import { idOf } from '../room/samples.ts';
import { someComment } from './room-fixture.ts';

const PAGE = 100;
const recap: Recap = {
  screeningId: idOf(1),
  hostName: 'Ann',
  startedAtMs: Date.UTC(2026, 0, 1),
  endedAtMs: Date.UTC(2026, 0, 2),
  attendeeCount: 2,
  attendees: [],
  commentCount: 0,
  commentIds: [],
  timeline: [],
  isTimelineTruncated: false,
};

let total: number;
/** At which page the line is gone, once. */
let brokenAt: number | null;
const asked: URLSearchParams[] = [];

beforeAll(() => {
  answerPageRequests(async ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith('/recap')) return Response.json({ ...recap, commentCount: total });
    asked.push(searchParams);
    const from = Number(searchParams.get('cursor') ?? 0);
    if (brokenAt === from / PAGE) {
      brokenAt = null;
      throw new TypeError('The line is gone.');
    }
    const items = Array.from({ length: Math.min(PAGE, total - from) }, (_, n) => someComment(from + n));
    return Response.json({ items, next: from + PAGE < total ? String(from + PAGE) : null });
  });
});
afterAll(() => void vi.unstubAllGlobals());
beforeEach(() => {
  asked.length = 0;
  brokenAt = null;
});

async function readAll(count: number) {
  total = count;
  let merged = 0;
  const watch = {
    boot: { video: { id: idOf(2) } },
    room: { mergeComments: (views: unknown[]) => (merged += views.length) },
  } as unknown as Watch;
  const { readRecap } = await import('#client/app/watch/screening/recap-reading.ts');
  const reader = readRecap(watch, 'aaaaaaaaaaa');
  const settle = () => vi.waitFor(() => expect(reader.said.value.kind).not.toBe('reading'));
  await settle();
  return { reader, settle, merged: () => merged };
}

test('five hundred comments are read to the last, and none from before or after', async () => {
  const { reader, merged } = await readAll(500);
  expect([reader.said.value.kind, merged(), asked.length]).toEqual(['all', 500, 5]);
  const [since, until] = [asked[4]?.get('since'), asked[4]?.get('until')];
  expect([since, until]).toEqual(['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.001Z']);
});

test('beyond a thousand one is asked, and then it goes on where it stopped', async () => {
  const { reader, merged } = await readAll(1234);
  expect([reader.said.value.kind, merged()]).toEqual(['more', 1000]);
  await reader.readOn();
  expect([reader.said.value.kind, merged()]).toEqual(['all', 1234]);
});

test('what could not be read is read again from there, not from the start', async () => {
  brokenAt = 2;
  const { reader, merged } = await readAll(450);
  expect([reader.said.value.kind, merged()]).toEqual(['failed', 200]);
  await reader.readOn();
  expect([reader.said.value.kind, merged()]).toEqual(['all', 450]);
});

test('where nothing was said nothing is asked for', async () => {
  const { reader } = await readAll(0);
  expect([reader.said.value.kind, asked]).toEqual(['all', []]);
});
