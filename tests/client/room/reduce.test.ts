import { describe, expect, test } from 'vitest';
import type { Down } from '#protocol/down.ts';
import { reduce } from '#client/room/reduce.ts';
import { INITIAL_ROOM_STATE, type RoomState } from '#client/room/room-state.ts';
import { listComments } from '#client/room/select.ts';
import { commentOf, idOf, playbackOf, screeningOf, welcomeOf, NOBODY } from './samples.ts';

const after = (state: RoomState, ...frames: Down[]): RoomState =>
  frames.reduce((before, frame) => reduce(before, { kind: 'frame', frame }), state);

const welcomed = after(
  INITIAL_ROOM_STATE,
  welcomeOf({
    history: { kind: 'snapshot', comments: [commentOf(1)], isTruncated: true },
    video: { likeCount: 3, commentCount: 5, isLikedByYou: false },
    screenings: [screeningOf(50)],
  }),
);

const eventsOf = (seq: number, ...events: Extract<Down, { t: 'events' }>['events']): Down => ({
  t: 'events',
  epoch: 1,
  seq,
  events,
});

describe('comments', () => {
  test('a new one is counted and placed', () => {
    const state = after(welcomed, eventsOf(11, { kind: 'comment', seq: 11, comment: commentOf(2) }));
    expect([...state.comments.keys()]).toEqual([idOf(1), idOf(2)]);
    expect(state.video.commentCount).toBe(6);
    expect(state.position).toEqual({ epoch: 1, seq: 11 });
  });

  test('the greater version wins, in whatever order copies come', () => {
    const edited = commentOf(1, { version: 2, content: 'better' });
    const state = after(
      welcomed,
      eventsOf(11, { kind: 'comment', seq: 11, comment: edited }),
      eventsOf(12, { kind: 'comment', seq: 12, comment: commentOf(1) }),
    );
    const merged = reduce(state, { kind: 'read', comments: [commentOf(1), commentOf(3)] });
    expect(merged.comments.get(idOf(1))?.content).toBe('better');
    expect(merged.comments.has(idOf(3))).toBe(true);
    expect(merged.video.commentCount).toBe(5);
  });

  test('ack and broadcast of the same comment count once', () => {
    const posted = commentOf(2);
    const state = after(
      welcomed,
      { t: 'ack', id: idOf(2), epoch: 1, seq: 12, result: { kind: 'comment', comment: posted } },
      eventsOf(12, { kind: 'comment', seq: 12, comment: posted }),
    );
    expect(state.video.commentCount).toBe(6);
  });

  test('a deletion takes one off the count, once', () => {
    const gone = commentOf(1, { version: 2, isDeleted: true, content: '' });
    const state = after(
      welcomed,
      eventsOf(11, { kind: 'comment', seq: 11, comment: gone }),
      eventsOf(12, { kind: 'comment', seq: 12, comment: gone }),
    );
    expect(state.video.commentCount).toBe(4);
  });

  test('an ack does not move the position: others’ events may lie before it', () => {
    const state = after(welcomed, {
      t: 'ack',
      id: idOf(2),
      epoch: 1,
      seq: 99,
      result: { kind: 'comment', comment: commentOf(2) },
    });
    expect(state.position).toEqual({ epoch: 1, seq: 10 });
  });
});

describe('likes', () => {
  test('counts are absolute, and what is known already is not taken back', () => {
    const like = (seq: number, likeCount: number) => ({
      kind: 'like' as const,
      seq,
      like: { commentId: null, likeCount },
    });
    const state = after(welcomed, eventsOf(12, like(12, 7)), eventsOf(12, like(11, 4)));
    expect(state.video.likeCount).toBe(7);
  });

  test('one’s own like is known from its ack', () => {
    const state = after(welcomed, {
      t: 'ack',
      id: idOf(7),
      epoch: 1,
      seq: 11,
      result: { kind: 'like', like: { commentId: idOf(1), likeCount: 1 }, isLiked: true },
    });
    expect(state.likedCommentIds).toEqual(new Set([idOf(1)]));
    expect(state.comments.get(idOf(1))?.likeCount).toBe(1);
  });
});

describe('screenings', () => {
  const joined = after(welcomed, {
    t: 'ack',
    id: idOf(8),
    epoch: 1,
    seq: 11,
    result: { kind: 'screening', screening: screeningOf(50), playback: playbackOf(4) },
  });

  test('joining is the ack', () => {
    expect(joined.screening).toEqual({ id: idOf(50), playback: playbackOf(4), control: NOBODY });
  });

  test('playback of another screening, or an older revision, is ignored', () => {
    const state = after(
      joined,
      { t: 'playback', screeningId: idOf(51), playback: playbackOf(9) },
      { t: 'playback', screeningId: idOf(50), playback: playbackOf(3) },
    );
    expect(state).toBe(joined);
  });

  test('a newer revision is taken', () => {
    const state = after(joined, { t: 'playback', screeningId: idOf(50), playback: playbackOf(5) });
    expect(state.screening?.playback.revision).toBe(5);
  });

  test('who is in one that ends is solo', () => {
    const ended = screeningOf(50, { endedAtMs: 2000 });
    const state = after(joined, eventsOf(12, { kind: 'screening', seq: 12, screening: ended }));
    expect(state.screening).toBeNull();
    expect(state.screenings.size).toBe(0);
  });
});

describe('a welcome', () => {
  test('after a gap keeps what was there and adds what was missed', () => {
    const state = after(
      welcomed,
      welcomeOf({
        seq: 20,
        history: { kind: 'gap', events: [{ kind: 'comment', seq: 15, comment: commentOf(2) }] },
        video: { likeCount: 3, commentCount: 6, isLikedByYou: true },
      }),
    );
    expect([...state.comments.keys()]).toEqual([idOf(1), idOf(2)]);
    expect(state.video).toEqual({ likeCount: 3, commentCount: 6, isLikedByYou: true });
    expect(state.position).toEqual({ epoch: 1, seq: 20 });
    expect(state.hasMoreComments).toBe(true);
  });

  test('of a new epoch is believed though its numbers are smaller', () => {
    const state = after(welcomed, welcomeOf({ epoch: 2, seq: 1 }));
    expect(state.position).toEqual({ epoch: 2, seq: 1 });
  });
});

test('the viewer’s own unacknowledged words are listed, marked', () => {
  const made = reduce(welcomed, {
    kind: 'made',
    pending: { op: { t: 'comment.post', id: idOf(2), content: 'soon', positionSeconds: 0.5 }, madeAtMs: 0 },
  });
  const listed = listComments(made, 'time').map(({ id, content, isPending }) => ({ id, content, isPending }));
  expect(listed).toEqual([
    { id: idOf(2), content: 'soon', isPending: true },
    { id: idOf(1), content: 'comment 1', isPending: false },
  ]);
});
