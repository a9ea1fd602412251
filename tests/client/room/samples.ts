import type { CommentView } from '#protocol/comment.ts';
import type { Welcome } from '#protocol/hello.ts';
import type { Playback } from '#protocol/playback.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { plainComment } from '#tests/support/comment.ts';

export const NOBODY = { asking: [], granted: [] };

/** A valid UUIDv7 that ends in the given number. */
export const idOf = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const commentOf = (number: number, changes: Partial<CommentView> = {}): CommentView =>
  plainComment({
    id: idOf(number),
    authorId: idOf(900),
    content: `comment ${number}`,
    positionSeconds: number,
    createdAt: '2026-11-20T18:00:00.000Z',
    ...changes,
  });

export const screeningOf = (number: number, changes: Partial<ScreeningSummary> = {}): ScreeningSummary => ({
  id: idOf(number),
  shortId: 'abcdefghijk',
  hostId: null,
  hostName: 'Ann',
  hostConnectionId: null,
  isHostHere: true,
  controlMode: 'anyone',
  stallPolicy: 'go_on',
  startedAtMs: 1000,
  endedAtMs: null,
  memberCount: 1,
  ...changes,
});

export const playbackOf = (revision: number, changes: Partial<Playback> = {}): Playback => ({
  revision,
  isPlaying: true,
  positionSeconds: 0,
  rate: 1,
  atServerMs: 1000,
  byConnectionId: null,
  byName: null,
  awaited: [],
  ...changes,
});

export const welcomeOf = (changes: Partial<Welcome> = {}): Welcome => ({
  t: 'welcome',
  version: PROTOCOL_VERSION,
  epoch: 1,
  seq: 10,
  serverMs: 1000,
  connectionId: 'me',
  you: { userId: idOf(900), name: 'Ann', role: 'comment', progress: null },
  history: { kind: 'snapshot', comments: [], isTruncated: false },
  video: { likeCount: 0, commentCount: 0, isLikedByYou: false },
  likedCommentIds: [],
  screenings: [],
  screening: null,
  presence: { total: 1, people: [] },
  persist: 'ok',
  reconnectWindowMs: 1000,
  ...changes,
});
