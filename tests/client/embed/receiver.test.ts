import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseAsked, parseTold } from '#client/embed/message-boundary.ts';
import { EVENTS, METHODS, writeAsked, writeTold, type Asked } from '#client/embed/player-js.ts';
import { Receiver } from '#client/embed/receiver.ts';

const HOST = 'https://blog.example';
const SRC = 'https://lockstep.example/embed/abcdefghijk';
let posted: { to: string; message: unknown }[];
let asked: Asked[];
let receiver: Receiver;
beforeEach(() => {
  posted = [];
  asked = [];
  receiver = new Receiver(
    { post: (message, to) => posted.push({ to, message: JSON.parse(message) as unknown }) },
    SRC,
    (question) => {
      asked.push(question);
      return question.method === 'getDuration' ? 60 : undefined;
    },
  );
});
const hear = (data: unknown, origin = HOST, isFromParent = true) =>
  receiver.hear({ data, origin, isFromParent });
const said = { context: 'player.js', version: '0.0.11' };

describe('the frame’s end of player.js', () => {
  test('says that it is ready to whoever is there, with all it can', () => {
    receiver.tellReady();
    const value = { src: SRC, events: [...EVENTS], methods: [...METHODS] };
    expect(posted).toEqual([{ to: '*', message: { ...said, event: 'ready', value } }]);
  });

  test('says it again to who comes late and asks', () => {
    hear(writeAsked('addEventListener', 'ready', 'late'));
    expect(posted).toMatchObject([{ to: HOST, message: { event: 'ready', listener: 'late' } }]);
  });

  test('answers a getter by its name, with the listener it came with', () => {
    hear(writeAsked('getDuration', undefined, 'one'));
    expect(posted).toEqual([
      { to: HOST, message: { ...said, event: 'getDuration', value: 60, listener: 'one' } },
    ]);
  });

  test('tells events to who listens, each listener by itself, until they stop', () => {
    receiver.tell('play');
    hear(writeAsked('addEventListener', 'play', 'a'));
    hear(writeAsked('addEventListener', 'play', 'b'));
    receiver.tell('play');
    hear(writeAsked('removeEventListener', 'play', 'a'));
    receiver.tell('play');
    hear(writeAsked('removeEventListener', 'play'));
    receiver.tell('play');
    expect(posted.map(({ message }) => message)).toEqual([
      { ...said, event: 'play', listener: 'a' },
      { ...said, event: 'play', listener: 'b' },
      { ...said, event: 'play', listener: 'b' },
    ]);
  });

  test('speaks with the origin of the first valid message from then on, and with no other', () => {
    hear('nonsense', 'https://first.example');
    hear(writeAsked('pause'), HOST);
    hear(writeAsked('play'), 'https://other.example');
    hear(writeAsked('play'), HOST, false);
    expect(asked.map(({ method }) => method)).toEqual(['pause']);
  });

  test('reaches pages that have no origin', () => {
    hear(writeAsked('getDuration'), 'null');
    expect(posted).toMatchObject([{ to: '*' }]);
  });

  test('says so where it cannot do something', () => {
    hear(JSON.stringify({ ...said, method: 'explode', listener: 'x' }));
    expect(posted).toMatchObject([{ message: { event: 'error', value: { code: 2 }, listener: 'x' } }]);
    expect(asked).toEqual([]);
  });

  test('keeps a hundred listeners of an event and no more', () => {
    for (let n = 0; n < 150; n += 1) hear(writeAsked('addEventListener', 'pause', `l${n}`));
    receiver.tell('pause');
    expect(posted).toHaveLength(100);
  });
});

describe('messages', () => {
  test.each([
    undefined,
    null,
    5,
    {},
    { ...said, method: 'play' },
    '',
    '{',
    '[]',
    'null',
    '"player.js"',
    JSON.stringify({ context: 'other', method: 'play' }),
    JSON.stringify({ ...said, method: 5 }),
    JSON.stringify({ ...said, method: 'play', value: 'x'.repeat(5000) }),
  ])('%j is none of the protocol', (data) => {
    expect(parseAsked(data)).toBeUndefined();
  });

  test('carry a listener of reasonable length, or none', () => {
    expect(parseAsked(writeAsked('play', undefined, 'a'.repeat(200)))).toMatchObject({ listener: null });
  });

  test('are read as they are written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...METHODS),
        fc.jsonValue({ maxDepth: 1 }),
        fc.string({ maxLength: 20 }),
        (method, value, listener) => {
          const text = writeAsked(method, value, listener);
          fc.pre(text.length <= 4096);
          expect(parseAsked(text)).toEqual({ method, value: JSON.parse(JSON.stringify(value)), listener });
        },
      ),
    );
    expect(parseTold(writeTold('seeked', { seconds: 5 }, 'a'))).toEqual({
      event: 'seeked',
      value: { seconds: 5 },
      listener: 'a',
    });
  });

  test('of any kind never fail', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, json) => {
        hear(anything);
        hear(JSON.stringify({ ...said, ...(typeof json === 'object' ? json : { method: json }) }));
      }),
    );
  });
});
