import { expect, test } from 'vitest';
import { Visitor } from '#tests/support/workers/visitor.ts';

interface Description {
  asyncapi: string;
  channels: { room: { messages: Record<string, { name: string; payload: { $ref: string } }> } };
  operations: Record<'send' | 'receive', { messages: { $ref: string }[] }>;
  components: { schemas: Record<string, { properties?: Record<string, unknown> }> };
}

test('R1 the protocol describes itself, by the schemas that check it', async () => {
  const text = await (await new Visitor().get('/asyncapi.json')).text();
  const { asyncapi, channels, operations, components } = JSON.parse(text) as Description;
  expect(asyncapi).toBe('3.1.0');
  const { messages } = channels.room;
  expect(messages['CommentPost']).toEqual({
    name: 'comment.post',
    payload: { $ref: '#/components/schemas/CommentPost' },
  });
  const told = [...operations.send.messages, ...operations.receive.messages];
  expect(told).toEqual(Object.keys(messages).map((name) => ({ $ref: `#/channels/room/messages/${name}` })));
  expect(told).toHaveLength(40);
  expect(components.schemas['CommentPost']?.properties?.['content']).toMatchObject({
    minLength: 1,
    maxLength: 2_000,
  });
  const refs = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
  expect(refs.filter((name) => !(name in components.schemas))).toEqual([]);
  expect(text).not.toContain('definitions');
});

test('R81 the clock is read without a room and never kept', async () => {
  const before = Date.now();
  const answer = await new Visitor().get('/clock');
  const { receivedMs, sentMs } = await answer.json<{ receivedMs: number; sentMs: number }>();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(receivedMs).toBeGreaterThanOrEqual(before);
  expect(sentMs).toBeGreaterThanOrEqual(receivedMs);
  expect(sentMs).toBeLessThanOrEqual(Date.now());
});
