import { ERROR_STATUS, type ErrorCode } from '#protocol/error.ts';
import { describeParameters } from './parameter-words.ts';

interface Operation {
  parameters?: object[];
  requestBody?: unknown;
  responses?: Record<string, object>;
}

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', maxLength: 255 },
  example,
});

const IF_MATCH = header(
  'If-Match',
  'The ETag of the version the change is made from: STALE once there is a newer one.',
  '"mb3k9q1x"',
);

/** What requests of a method may say besides. */
const HEADERS: Record<string, ReturnType<typeof header>> = {
  get: header('If-None-Match', 'The ETag of the version at hand: 304 if it is still good.', '"mb3k9q1x"'),
  post: header(
    'Idempotency-Key',
    'For a day, repeats of somebody’s request with the same key are answered as the first was.',
    '7c2d91f0-9a4e-4d4b-8d53-0f6f5ab6a1c3',
  ),
  patch: IF_MATCH,
  put: IF_MATCH,
};

/**
 * Adds to an operation of the description what holds for all of its kind, so that route values need not repeat it: each
 * may be refused for its credentials, a POST for its `Idempotency-Key`; a GET may be answered 304.
 */
export function announce(method: string, operation: Operation): void {
  const { responses = {} } = operation;
  const parameters = describeParameters(operation.parameters ?? []);
  if (parameters.length > 0) operation.parameters = parameters;
  operation.responses = { ...problemsOf(method, operation), ...responses };
  if (method === 'get') operation.responses['304'] ??= { description: 'It is as it was.' };
  const header = HEADERS[method];
  const isThere = parameters.some((parameter) => isNamed(parameter, header?.name));
  if (header && !isThere) operation.parameters = [...parameters, header];
}

const PROBLEM = 'application/problem+json';

/**
 * Refusals that are told alike stand once, among the components: what an operation refuses with is then a word, and what is
 * made of the description is a fraction of its size. Gives those of one operation, and leaves references to them.
 */
export function shareRefusals(operation: Operation): Record<string, { description: string }> {
  const shared: Record<string, { description: string }> = {};
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    if (!isRefusal(response)) continue;
    const name = response.description.replaceAll(', ', '.');
    shared[name] = response;
    operation.responses = { ...operation.responses, [status]: { $ref: `#/components/responses/${name}` } };
  }
  return shared;
}

const isRefusal = (response: object): response is { description: string } =>
  'content' in response &&
  typeof response.content === 'object' &&
  Object.keys(response.content ?? {}).join() === PROBLEM &&
  'description' in response &&
  /^[A-Z_]+(, [A-Z_]+)*$/.test(String(response.description));

const isNamed = (parameter: object, name: string | undefined): boolean =>
  'name' in parameter && String(parameter.name).toLowerCase() === name?.toLowerCase();

function problemsOf(method: string, { requestBody }: Operation): Record<string, object> {
  const codes: ErrorCode[] = [
    'INVALID',
    // A key that is none, a session that has ended; another site's page, a key without the scope.
    'UNAUTHENTICATED',
    'FORBIDDEN',
    ...(method === 'post' ? (['CONFLICT'] as const) : []),
    ...(requestBody === undefined ? [] : (['TOO_LARGE'] as const)),
    'RATE_LIMITED',
  ];
  const content = { [PROBLEM]: { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(codes.map((code) => [ERROR_STATUS[code], { description: code, content }]));
}
