import { z } from 'zod';
import { CLOSE_CODE } from '#protocol/error.ts';
import { Down } from '#protocol/down.ts';
import { LIMITS } from '#protocol/limits.ts';
import { Up } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { createRouter } from '#worker/http/router.ts';

type Schemas = Record<string, z.core.JSONSchema.BaseSchema>;

/** The named schemas of a union: its frames, and what these are made of; in the JSON Schema that AsyncAPI's own extends. */
const schemasOf = (union: z.ZodType, io: 'input' | 'output'): Schemas =>
  (z.toJSONSchema(union, { io, target: 'draft-7' }).definitions ?? {}) as Schemas;

/** A frame is what carries a fixed `t`; all else is a part. */
function frameTypes(schemas: Schemas): [name: string, type: string][] {
  return Object.entries(schemas).flatMap(([name, { properties }]) => {
    const type = properties?.['t'];
    return typeof type === 'object' && typeof type.const === 'string' ? [[name, type.const]] : [];
  });
}

const messagesOf = (schemas: Schemas) =>
  Object.fromEntries(
    frameTypes(schemas).map(([name, type]) => [
      name,
      { name: type, payload: { $ref: `#/components/schemas/${name}` } },
    ]),
  );

const refsTo = (schemas: Schemas) =>
  frameTypes(schemas).map(([name]) => ({ $ref: `#/channels/room/messages/${name}` }));

/** JSON Schema names its parts within itself, AsyncAPI within the whole document. */
function inDocument(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value;
  return { ...value, $ref: String(value.$ref).replace('#/definitions/', '#/components/schemas/') };
}

const DESCRIPTION = `Lockstep's rooms: JSON text frames. Join with \`POST /api/videos/{id}/join\`, open the address it
answers, say \`hello\`, hear \`welcome\`. Every op carries a UUIDv7 of your making and is answered by \`ack\` or
\`refuse\`; send it again with the same id until it is. Ignore frames you do not know. The text \`ping\` is answered
\`pong\`. Answer \`mark\` at once with \`heard\` of the same \`n\`, or you count as one that reads no more. Frames up: at
most ${LIMITS.frameInBytes} bytes, ${LIMITS.framesPerSecond} a second. Close codes 4000–4499 ask you to come back
(${CLOSE_CODE.SLOW} you read too slowly, ${CLOSE_CODE.ROOM_FULL} the room is full, ${CLOSE_CODE.TOO_MANY_TABS} you are
here too often already, ${CLOSE_CODE.NEW_TICKET} with a new ticket, ${CLOSE_CODE.TOO_FAST} later); 4500–4999 tell you
not to (${CLOSE_CODE.PROTOCOL} another version or nonsense, ${CLOSE_CODE.REVOKED} a right was taken away).`;

/** The room's protocol as AsyncAPI 3.1, made from the schemas that check every frame. */
export function describeRooms(origin: string): object {
  const up = schemasOf(Up, 'input');
  // As it travels: what a reader may fill in is not always there.
  const down = schemasOf(Down, 'input');
  const { host, protocol } = new URL(origin);
  return {
    asyncapi: '3.1.0',
    info: { title: 'Lockstep rooms', version: String(PROTOCOL_VERSION), description: DESCRIPTION },
    defaultContentType: 'application/json',
    servers: { room: { host, protocol: protocol === 'https:' ? 'wss' : 'ws' } },
    channels: {
      room: {
        address: '/ws/{videoId}',
        parameters: { videoId: { description: 'The video’s id; the ticket travels as `?ticket=`.' } },
        messages: { ...messagesOf(up), ...messagesOf(down) },
      },
    },
    operations: {
      send: { action: 'send', channel: { $ref: '#/channels/room' }, messages: refsTo(up) },
      receive: { action: 'receive', channel: { $ref: '#/channels/room' }, messages: refsTo(down) },
    },
    components: { schemas: { ...up, ...down } },
  };
}

export const asyncapiRoutes = createRouter();

asyncapiRoutes.get('/asyncapi.json', (c) =>
  c.body(JSON.stringify(describeRooms(publicOriginOf(c)), inDocument), 200, {
    'content-type': 'application/json',
  }),
);
