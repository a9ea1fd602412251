import { z } from 'zod';
import { CLOSE_CODE } from '#protocol/error.ts';
import { Down } from '#protocol/down.ts';
import { LIMITS } from '#protocol/limits.ts';
import { Up } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { createRouter } from '#worker/http/router.ts';

type Json = Record<string, unknown>;

/** The frames of one union by their `t`, each as JSON Schema; nested unions are opened. */
function framesOf(union: z.ZodType, io: 'input' | 'output'): Record<string, Json> {
  const frames = flatten(union).map((schema) => {
    const { $schema: _dialect, ...payload } = z.toJSONSchema(schema, { io, reused: 'inline' });
    return [typeOf(payload), payload as Json] as const;
  });
  return Object.fromEntries(frames);
}

function typeOf({ properties }: z.core.JSONSchema.BaseSchema): string {
  const type = properties?.['t'];
  return typeof type === 'object' ? String(type.const) : '';
}

const flatten = (schema: z.ZodType): z.ZodType[] =>
  schema instanceof z.ZodDiscriminatedUnion
    ? schema.options.flatMap((option) => flatten(option as z.ZodType))
    : [schema];

const messageName = (direction: 'up' | 'down', type: string): string => `${direction}.${type}`;

function messagesOf(direction: 'up' | 'down', frames: Record<string, Json>) {
  const entries = Object.entries(frames).map(([type, payload]) => [
    messageName(direction, type),
    { name: type, contentType: 'application/json', payload },
  ]);
  return Object.fromEntries(entries) as Record<string, Json>;
}

const refsTo = (direction: 'up' | 'down', frames: Record<string, Json>) =>
  Object.keys(frames).map((type) => ({ $ref: `#/channels/room/messages/${messageName(direction, type)}` }));

const DESCRIPTION = `Lockstep's rooms: JSON text frames. Join with \`POST /api/videos/{id}/join\`, open the address it
answers, say \`hello\`, hear \`welcome\`. Every op carries a UUIDv7 of your making and is answered by \`ack\` or
\`refuse\`; send it again with the same id until it is. Ignore frames you do not know. The text \`ping\` is answered
\`pong\`. Frames up: at most ${LIMITS.frameInBytes} bytes, ${LIMITS.framesPerSecond} a second. Close codes 4000–4499
ask you to come back (${CLOSE_CODE.SLOW} you read too slowly, ${CLOSE_CODE.NEW_TICKET} with a new ticket,
${CLOSE_CODE.TOO_FAST} later); 4500–4999 tell you not to (${CLOSE_CODE.PROTOCOL} another version or nonsense,
${CLOSE_CODE.REVOKED} a right was taken away).`;

/** The room's protocol as AsyncAPI 3.1, made from the schemas that check every frame. */
export function describeRooms(origin: string): Json {
  const up = framesOf(Up, 'input');
  const down = framesOf(Down, 'output');
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
        messages: { ...messagesOf('up', up), ...messagesOf('down', down) },
      },
    },
    operations: {
      send: { action: 'send', channel: { $ref: '#/channels/room' }, messages: refsTo('up', up) },
      receive: { action: 'receive', channel: { $ref: '#/channels/room' }, messages: refsTo('down', down) },
    },
  };
}

export const asyncapiRoutes = createRouter();

asyncapiRoutes.get('/asyncapi.json', (c) => c.json(describeRooms(new URL(c.req.url).origin), 200));
