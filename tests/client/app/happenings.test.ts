import { describe, expect, test } from 'vitest';
import { savePreferences } from '#client/player/preferences-boundary.ts';
import type { Announcer } from '#client/ui/announcer.ts';
import { happenings, tellHappenings } from '#client/app/watch/happenings.ts';
import { byConnection, byId, someComment, somePerson, somePlayback, someState, YOU } from './room-fixture.ts';

const NOBODY = { asking: [], granted: [] };
const inStep = (over: Parameters<typeof somePlayback>[0]) =>
  someState({ screening: { id: 's', playback: somePlayback(over), control: NOBODY } });

describe('playback', () => {
  test.each([
    ['paused', { isPlaying: true }, { isPlaying: false }, 'Bob paused at 1:23'],
    ['played', { isPlaying: false }, { isPlaying: true }, 'Bob pressed play at 1:23'],
    ['moved', { isPlaying: true }, { isPlaying: true }, 'Bob moved to 1:23'],
    ['speed', { rate: 1 }, { rate: 1.5 }, 'Bob set the speed to 1.5×'],
  ])('%s', (_, before, after, sentence) => {
    expect(happenings(inStep({ revision: 2, ...after }), inStep(before))).toEqual([sentence]);
  });

  test('what one did oneself is known already', () => {
    const mine = inStep({ revision: 2, isPlaying: true, byConnectionId: YOU.connectionId });
    expect(happenings(mine, inStep({}))).toEqual([]);
  });

  test('entering a screening is not news of its playback', () => {
    expect(happenings(inStep({ revision: 9 }), someState())).toEqual([]);
  });
});

describe('people', () => {
  test('come and go by name', () => {
    const before = someState({ presence: byConnection([somePerson('me'), somePerson('Ann')]) });
    const after = someState({ presence: byConnection([somePerson('me'), somePerson('Bob')]) });
    expect(happenings(after, before)).toEqual(['Bob joined', 'Ann left']);
  });

  test('a crowd is left to its count', () => {
    const crowd = Array.from({ length: 30 }, (_, n) => somePerson(`p${n}`));
    expect(happenings(someState({ presence: byConnection(crowd) }), someState())).toEqual([]);
  });
});

describe('comments', () => {
  const known = someState({ comments: byId([someComment(10)]) });
  const with_ = (...more: Parameters<typeof byId>[0]) =>
    someState({ comments: byId([someComment(10), ...more]) });

  test('of others are told with their moment', () => {
    expect(happenings(with_(someComment(40)), known)).toEqual(['New comment by Cid at 0:40']);
    expect(happenings(with_(someComment(40, { positionSeconds: null })), known)).toEqual([
      'New comment by Cid',
    ]);
  });

  test('that name the viewer say so, also when the name came by an edit, and once', () => {
    const [own] = [YOU.userId ?? ''];
    const named = someComment(10, { mentionedIds: [own], version: 2 });
    const after = someState({ comments: byId([named]) });
    expect(happenings(with_(someComment(40, { mentionedIds: [own] })), known)).toEqual([
      'Cid named you at 0:40',
    ]);
    expect(happenings(after, known)).toEqual(['Cid named you at 0:10']);
    expect(
      happenings(someState({ comments: byId([{ ...named, content: 'Again', version: 3 }]) }), after),
    ).toEqual([]);
    const other = someState({ comments: byId([someComment(10, { mentionedIds: ['bob'], version: 2 })]) });
    expect(happenings(other, known)).toEqual([]);
  });

  test('of one’s own, deleted ones and older pages are not', () => {
    expect(happenings(with_(someComment(40, { authorId: YOU.userId })), known)).toEqual([]);
    expect(happenings(with_(someComment(40, { isDeleted: true })), known)).toEqual([]);
    expect(happenings(with_(someComment(2)), known)).toEqual([]);
  });
});

test('what a reconnect brings is how things stand, not news', () => {
  const before = someState({ you: { ...YOU, connectionId: 'earlier' } });
  const after = someState({ comments: byId([someComment(1)]), presence: byConnection([somePerson('Ann')]) });
  expect(happenings(after, before)).toEqual([]);
  expect(happenings(after, someState({ you: null }))).toEqual([]);
});

test('who wants silence hears nothing of what others do, until they want to again', () => {
  const said: string[] = [];
  const announcer = { say: (sentence: string) => said.push(sentence) } as unknown as Announcer;
  const before = someState({ presence: byConnection([somePerson('me')]) });
  const after = someState({ presence: byConnection([somePerson('me'), somePerson('Bob')]) });
  savePreferences({ isSilent: true });
  tellHappenings(announcer, after, before);
  expect(said).toEqual([]);
  savePreferences({ isSilent: false });
  tellHappenings(announcer, after, before);
  expect(said).toEqual(['Bob joined']);
});
