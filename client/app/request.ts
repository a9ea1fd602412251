/** A request the server turned down, in the words of its problem+json answer. */
export class RequestFailed extends Error {
  readonly code: string;
  readonly requestId: string | null;

  constructor(code: string, message: string, requestId: string | null) {
    super(message);
    this.name = 'RequestFailed';
    this.code = code;
    this.requestId = requestId;
  }
}

/** One JSON call to our own API. Throws RequestFailed with a sentence that can be shown. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(() => {
    throw new RequestFailed(
      'UNAVAILABLE',
      'The server cannot be reached. Check your connection and try again.',
      null,
    );
  });
  if (!response.ok) throw await toFailure(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function toFailure(response: Response): Promise<RequestFailed> {
  const problem: unknown = await response.json().catch(() => null);
  const field = (name: string): string | undefined => {
    const value: unknown =
      typeof problem === 'object' && problem !== null ? Reflect.get(problem, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return new RequestFailed(
    field('code') ?? 'INTERNAL',
    field('detail') ?? field('message') ?? `The server answered ${response.status}. Try again in a moment.`,
    field('instance') ?? response.headers.get('x-request-id'),
  );
}
