import { beforeEach, expect, test } from 'vitest';
import type { UpOp } from '#protocol/up.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

/** What rooms of before have in their storage, letter by letter: never changed, only added to. */

const ADA = { userId: uuid(1), name: 'Ada', isGuest: false } as const;
let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter(ADA);
});

const PLAYBACK = `{"revision":1,"isPlaying":true,"positionSeconds":0,"rate":1,"atServerMs":1790000000150,
  "byConnectionId":"c1","byName":"Ada"}`;
const SCREENING = `"id":"${uuid(60)}","shortId":"abcdefghijk","hostId":"${uuid(1)}","hostName":"Ada","controlMode":"anyone",
  "stallPolicy":"go_on","startedAtMs":1790000000000,"endedAtMs":null`;
const COMMENT = `"id":"${uuid(50)}","parentId":null,"authorId":"${uuid(1)}","authorName":"Ada","isGuest":false,
  "content":"hi","positionSeconds":null,"endSeconds":null,"frame":null,"isEdited":false,"isDeleted":false,"likeCount":0,
  "version":1,"createdAt":"2026-09-21T14:13:20.000Z","updatedAt":"2026-09-21T14:13:20.000Z"`;

test.each<[Partial<UpOp> & { t: UpOp['t'] }, string, object]>([
  [
    { t: 'comment.post', content: 'hi' },
    `{"kind":"comment","comment":{${COMMENT}}}`,
    {
      comment: { content: 'hi', hasDrawing: false, mentionedIds: [], resolvedAt: null, resolvedByName: null },
    },
  ],
  [
    { t: 'like.set', isLiked: true },
    '{"kind":"like","like":{"commentId":null,"likeCount":3},"isLiked":true}',
    { like: { likeCount: 3 } },
  ],
  [
    { t: 'screening.start', positionSeconds: 0, isPlaying: true },
    `{"kind":"screening","screening":{${SCREENING},"memberCount":1},"playback":${PLAYBACK}}`,
    { screening: { hostName: 'Ada', hostConnectionId: null, isHostHere: false }, playback: { awaited: [] } },
  ],
  [
    { t: 'playback.play' },
    `{"kind":"playback","playback":${PLAYBACK}}`,
    { playback: { revision: 1, awaited: [] } },
  ],
  [{ t: 'screening.leave' }, '{"kind":"none"}', {}],
  [
    { t: 'reaction.post', emoji: '🎉', positionSeconds: 7 },
    '{"kind":"reaction","reaction":{"second":7,"emoji":"🎉","count":2}}',
    { reaction: { count: 2 } },
  ],
  [
    { t: 'progress.set', positionSeconds: 5, isCompleted: false },
    '{"kind":"progress","progress":{"positionSeconds":5,"isCompleted":false}}',
    { progress: { positionSeconds: 5 } },
  ],
  [
    { t: 'control.request', isAsking: true },
    '{"kind":"control","control":{"asking":[{"connectionId":"c1","name":"Ada"}],"granted":[]}}',
    { control: { asking: [{ name: 'Ada' }] } },
  ],
])('R11 an answer to %o that an earlier version stored is given again', (op, result, expected) => {
  const answer = `{"t":"ack","id":"${uuid(70)}","epoch":1,"seq":1,"result":${result}}`;
  fake.room.sql.exec('INSERT INTO ops VALUES (?, ?, ?, ?, ?)', uuid(70), op.t, uuid(1), 1, answer);
  expect(ada.ask({ ...op, id: uuid(70) })).toMatchObject({ t: 'ack', seq: 1, result: expected });
});

test('R34 a screening that an earlier version stored goes on', () => {
  const body = `{${SCREENING},"playback":${PLAYBACK},"touchedAtMs":1790000000000}`;
  fake.room.sql.exec('INSERT INTO screenings VALUES (?, 0, ?)', uuid(60), body);
  expect(ada.do({ t: 'screening.join', screeningId: uuid(60) }).result).toMatchObject({
    screening: { hostName: 'Ada', isHostHere: true },
    control: { asking: [], granted: [] },
  });
});
