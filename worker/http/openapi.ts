import type { OpenAPIHono } from '@hono/zod-openapi';
import { COOKIE_PREFIX } from '#worker/accounts/session-cookie.ts';
import type { AppEnv } from '#worker/context.ts';
import { announce, shareRefusals } from './announce.ts';
import { publicOriginOf } from './origin.ts';

const DESCRIPTION = `Realtime collaborative video: every viewer on the same frame.

Times are ISO 8601, media times seconds, ids UUIDs; make your own (UUIDv7) and a repeated POST answers what the first
one made, or name an \`Idempotency-Key\`: for a day its repeats are answered as the first was. GETs carry an \`ETag\`, edits
take it as \`If-Match\`. Programs come with an API key (\`Authorization: Bearer\`), pages of other origins, too; cookies act on
our own only. \`RateLimit\` tells what is left. Lists answer \`{items, next}\` and a \`Link\` header; pass \`next\` as \`cursor\`. Every failure is
\`application/problem+json\` (RFC 9457) with a \`code\` for programs, words for people and a pointer to each field.
Files are uploaded to \`/api/uploads\` with tus 1.0 (creation, termination, expiration). What is live goes over the
room's socket: see \`/asyncapi.json\`.`;

const TAGS = [
  { name: 'accounts', description: 'Signing up, in and out; guests who only give a name.' },
  { name: 'videos', description: 'What there is to watch.' },
  { name: 'channels', description: 'What an organization groups its videos by, and who follows it.' },
  { name: 'series', description: 'Videos of an organization in an order.' },
  { name: 'tags', description: 'Labels of an organization, and categories of everybody’s.' },
  { name: 'assets', description: 'Files of yours, what the product brings along, and what others offer.' },
  { name: 'chapters', description: 'What is in a video, and when.' },
  { name: 'transcripts', description: 'What is said, by language: read, written, served as captions.' },
  { name: 'comments', description: 'What people say about a moment. Written through the video’s room.' },
  { name: 'likes', description: 'Set and taken back, through the video’s room.' },
  { name: 'reactions', description: 'Emojis to a moment, counted. Written through the video’s room.' },
  { name: 'rooms', description: 'Joining a video’s room, screenings, the clock.' },
  {
    name: 'webhooks',
    description: 'What happens is told to other programs; see `webhooks` for what is sent.',
  },
  { name: 'operations', description: 'Whether and what runs.' },
];

/** Serves the description of everything mounted on `app`, made from the same values the routes are checked by. */
export function serveDescription(app: OpenAPIHono<AppEnv>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: `${COOKIE_PREFIX}.session_token`,
    description: 'The session of a guest or an account. Over https its name begins with `__Secure-`.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key of `POST /api/me/keys`, within its scopes: `x-access` says which one an operation needs.',
  });
  app.get('/openapi.json', (c) => c.json(describe(app, publicOriginOf(c), c.env.VERSION), 200));
}

function describe(app: OpenAPIHono<AppEnv>, origin: string, version: string) {
  const description = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Lockstep',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: origin }],
    tags: TAGS,
  });
  const refusals: Record<string, { description: string }> = {};
  for (const [path, operations] of Object.entries(description.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      if (typeof operation !== 'object' || Array.isArray(operation)) continue;
      operation.operationId ??= idOf(method, path);
      announce(method, operation);
      Object.assign(refusals, shareRefusals(operation));
    }
  description.components = { ...description.components, responses: refusals };
  return description;
}

/** `get /api/videos/{id}/chapters` is `getVideosByIdChapters`. */
function idOf(method: string, path: string): string {
  const words = path
    .replace(/^\/api/, '')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
