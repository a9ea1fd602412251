import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decodeDown, decodeUp } from '#protocol/codec.ts';
import { encodeDown, encodeUp } from '#protocol/wire.ts';
import { Down } from '#protocol/down.ts';
import { CLOSE_CODE, mayReconnect } from '#protocol/error.ts';
import { Up } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';

const hashOf = (schema: z.ZodType, io: 'input' | 'output'): string =>
  createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(schema, { io })))
    .digest('hex')
    .slice(0, 16);

/** Changed a frame? If an older client or room cannot read it, raise PROTOCOL_VERSION; then pin the new hashes. */
test('R1 both unions are pinned to the version', () => {
  expect({
    version: PROTOCOL_VERSION,
    up: hashOf(Up, 'input'),
    down: hashOf(Down, 'output'),
  }).toMatchInlineSnapshot(`
    {
      "down": "2b3871a9a0a18524",
      "up": "26e232e92bef3a1e",
      "version": 2,
    }
  `);
});

test('R1 what one side encodes the other reads', () => {
  const hello = { t: 'hello' as const, version: 1, resume: { epoch: 1, seq: 2 } };
  expect(decodeUp(encodeUp(hello))).toEqual({ ok: true, frame: hello });
  const bye = { t: 'bye' as const, closeCode: CLOSE_CODE.REVOKED, message: 'Gone.' };
  expect(decodeDown(encodeDown(bye))).toEqual(bye);
});

test('R1 a client ignores what it does not know', () => {
  expect([decodeDown('{"t":"news"}'), decodeDown('pong'), decodeDown(new ArrayBuffer(1))]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('R1 close codes say whether to come back', () => {
  const { SLOW, NEW_TICKET, TOO_FAST, PROTOCOL, REVOKED } = CLOSE_CODE;
  expect([1006, SLOW, NEW_TICKET, TOO_FAST].map(mayReconnect)).toEqual([true, true, true, true]);
  expect([PROTOCOL, REVOKED].map(mayReconnect)).toEqual([false, false]);
});
