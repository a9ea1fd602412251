import { createRequire } from 'node:module';
import { Ajv, type AnySchema } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeUp } from '#protocol/codec.ts';
import { sharedStack } from '#tests/support/stack.ts';

/** AsyncAPI's own schema of a description, taken by itself: the package's index loads those of all versions. */
const ASYNCAPI = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.1.0-without-$id.json') as object;

interface RoomDescription {
  servers: { room: { host: string } };
  channels: { room: { messages: Record<string, { name: string; payload: { $ref: string } }> } };
  components: { schemas: Record<string, AnySchema> };
}

let description: RoomDescription;
const ajv = new Ajv({ strict: true, strictTypes: false, validateFormats: false });
beforeAll(async () => {
  const answer = await fetch(`${sharedStack().origin}/asyncapi.json`);
  description = (await answer.json()) as RoomDescription;
  ajv.addKeyword('components');
  ajv.addSchema({ $id: 'room', components: description.components });
});

/** What a reader of the description would check a frame by. */
function checkOf(message: string) {
  const { $ref } = description.channels.room.messages[message]?.payload ?? { $ref: '' };
  return ajv.compile({ $ref: `room${$ref}` });
}

test('what describes the rooms is valid AsyncAPI 3.1', () => {
  const isDescription = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(ASYNCAPI);
  isDescription(description);
  expect(isDescription.errors).toBeNull();
  expect(isDescription({ ...description, servers: { room: { protocol: 'ws' } } })).toBe(false);
});

describe('its schemas', () => {
  test('are whole: each compiles, with no keyword but those of JSON Schema', () => {
    for (const message of Object.keys(description.channels.room.messages))
      expect(checkOf(message), message).toBeTypeOf('function');
  });

  test('take the frames that a room takes, and refuse those it refuses', () => {
    const id = '0197a1b2-0000-7000-8000-000000000001';
    const post = { t: 'comment.post', id, content: 'Here', positionSeconds: 12.5 };
    const drafts = [
      post,
      { ...post, content: '' },
      { ...post, id: 'mine' },
      { ...post, positionSeconds: -1 },
    ];
    const isPost = checkOf('CommentPost');
    expect(drafts.map((frame) => isPost(frame))).toEqual([true, false, false, false]);
    expect(drafts.map((frame) => decodeUp(JSON.stringify(frame)).ok)).toEqual([true, false, false, false]);
  });
});
