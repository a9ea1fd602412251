/** A request the server turned down, in the words of its problem+json answer. */
export class RequestFailed extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RequestFailed';
    this.code = code;
  }
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What a call of `api` answers, or RequestFailed with a sentence that can be shown. */
export async function answerOf<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await call.catch(() => {
    throw new RequestFailed(
      'UNAVAILABLE',
      'The server cannot be reached. Check your connection and try again.',
    );
  });
  if (response.ok) return data as Data;
  throw new RequestFailed(
    fieldOf(error, 'code') ?? 'INTERNAL',
    fieldOf(error, 'detail') ?? `The server answered ${response.status}. Try again in a moment.`,
  );
}

function fieldOf(problem: unknown, name: string): string | undefined {
  const value: unknown =
    typeof problem === 'object' && problem !== null ? Reflect.get(problem, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
