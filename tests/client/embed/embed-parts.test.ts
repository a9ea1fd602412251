import { describe, expect, test } from 'vitest';
import { addressOfEmbed, snippetOf } from '#client/embed/embed-address.ts';
import { CuePoints } from '#client/embed/cue-points.ts';
import { liveOf, liveWords } from '#client/embed/live-words.ts';
import { chapterAt } from '#client/embed/tell-events.ts';
import { wantedLanguage } from '#client/player/wanted-language.ts';
import { toParameters } from '#client/app/playground/parameters.ts';
import { INITIAL_ROOM_STATE } from '#client/room/room-state.ts';
import { parseEmbedOptions } from '#worker/pages/embed/embed-options.ts';

describe('cue points', () => {
  test('are told as playback passes them, in order, once', () => {
    const points = new CuePoints();
    points.add({ id: 'b', seconds: 2 });
    points.add({ id: 'a', seconds: 1.5 });
    expect([0, 1, 2.5, 3].map((seconds) => points.passed(seconds).map(({ id }) => id))).toEqual([
      [],
      [],
      ['a', 'b'],
      [],
    ]);
  });

  test('are not passed by a seek', () => {
    const points = new CuePoints();
    points.add({ id: 'a', seconds: 5 });
    expect([points.passed(1), points.passed(10), points.passed(4), points.passed(5.2)]).toMatchObject([
      [],
      [],
      [],
      [{ id: 'a' }],
    ]);
  });

  test('are a hundred at most, and nothing else', () => {
    const points = new CuePoints();
    for (const junk of [null, 5, {}, { seconds: 'x' }, { seconds: -1 }, { id: 'x'.repeat(65), seconds: 1 }])
      points.add(junk);
    for (let n = 0; n < 150; n += 1) points.add({ id: `p${n}`, seconds: 1 });
    points.remove('p0');
    points.passed(0.5);
    expect(points.passed(1.5)).toHaveLength(99);
  });
});

describe('an embed’s address', () => {
  test('says what was asked for, as the worker reads it', () => {
    const parameters = toParameters({
      video: 'https://lockstep.example/v/abcdefghijk?t=3',
      t: '1m23s',
      loop: '1',
      controls: '0',
      chapters: '1',
      color: '#ff8800',
      screening: 'https://lockstep.example/s/zzzzzzzzzzz',
    });
    const address = new URL(addressOfEmbed('https://lockstep.example', parameters));
    expect(address.pathname).toBe('/embed/abcdefghijk');
    expect(address.search).toBe('?t=1m23s&loop=1&controls=0&color=ff8800&screening=zzzzzzzzzzz');
    expect(parseEmbedOptions(address.searchParams)).toMatchObject({
      startSeconds: 83,
      isLooping: true,
      hasControls: false,
      hasChapters: true,
      accent: '#ff8800',
      screening: 'zzzzzzzzzzz',
    });
  });

  test('stands in a snippet without breaking out', () => {
    expect(snippetOf('https://x/?a=1&b="', '<b>')).toContain(
      'src="https://x/?a=1&#38;b=&#34;" title="&#60;b&#62;"',
    );
  });
});

describe('captions from the start', () => {
  const transcripts = [
    { language: 'de', isDefault: false },
    { language: 'en-GB', isDefault: true },
  ];
  test.each([
    [null, null, undefined],
    ['on', null, 'en-GB'],
    ['on', 'de', 'de'],
    ['on', 'fr', 'en-GB'],
    ['EN', null, 'en-GB'],
    ['fr', 'de', undefined],
  ])('cc %s and lang %s: %s', (captions, language, wanted) => {
    expect(wantedLanguage(transcripts, { captions, language })).toBe(wanted);
  });

  test('are none where there are none', () => {
    expect(wantedLanguage([], { captions: 'on', language: null })).toBeUndefined();
  });
});

describe('a screening in a frame', () => {
  const person = (connectionId: string) => ({
    connectionId,
    userId: null,
    name: 'Secret',
    isGuest: true,
    screeningId: 's',
    activity: 'watching' as const,
    offsetMs: null,
  });
  const inStep = {
    ...INITIAL_ROOM_STATE,
    connection: { status: 'open' as const },
    you: { connectionId: '1', userId: null, name: '', role: 'view' as const, progress: null },
    screening: {
      id: 's',
      playback: {
        isPlaying: true,
        positionSeconds: 0,
        rate: 1,
        atServerMs: 0,
        revision: 1,
        byName: '',
        by: null,
      } as never,
      control: { asking: [], granted: [] } as never,
    },
    presence: { total: 4, people: new Map(['1', '2', '3', '4'].map((id) => [id, person(id)])) },
  };

  test('says with how many others one is in step, and gives no names away', () => {
    const live = liveOf(inStep, 's');
    expect(liveWords(live)).toBe('Live with 3');
    expect(live).toMatchObject({
      status: 'in-step',
      isPlaying: true,
      presence: { total: 4, inScreening: 4 },
    });
    expect(JSON.stringify(live)).not.toContain('Secret');
  });

  test('says what has become of it', () => {
    expect(liveOf(INITIAL_ROOM_STATE, 's').status).toBe('joining');
    expect(liveOf({ ...inStep, screening: null }, 's').status).toBe('ended');
    const closed = { status: 'closed' as const, code: null, message: 'Gone.' };
    expect(liveOf({ ...inStep, connection: closed }, 's')).toMatchObject({
      status: 'lost',
      message: 'Gone.',
    });
  });
});

test('a moment lies in its chapter, or in none', () => {
  const chapters = [
    { title: 'A', startSeconds: 0, endSeconds: 5 },
    { title: 'B', startSeconds: 8, endSeconds: 9 },
  ];
  expect([0, 4.9, 5, 8, 9].map((seconds) => chapterAt(chapters, seconds))).toEqual([0, 0, -1, 1, -1]);
});
