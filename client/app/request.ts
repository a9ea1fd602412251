/** One field of a request the server turned down: where it stands in what was sent, and what is wrong with it. */
export interface FieldFault {
  /** JSON Pointer into the body, as "/title". */
  pointer: string;
  detail: string;
}

/** A request the server turned down, in the words of its problem+json answer. */
export class RequestFailed extends Error {
  readonly code: string;
  /** What the operators find it by in their logs; absent where no answer came. */
  readonly requestId: string | undefined;
  readonly faults: readonly FieldFault[];
  /** After how many seconds asking again is worth it, where the server says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: string, message: string, more: Partial<Omit<RequestFailed, keyof Error | 'code'>> = {}) {
    super(message);
    this.name = 'RequestFailed';
    this.code = code;
    this.requestId = more.requestId;
    this.faults = more.faults ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What a call of `api` answers, or RequestFailed with a sentence that can be shown. */
export async function answerOf<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data } = await wholeAnswerOf(call);
  return data;
}

/** The same with the answer's headers: the version of what is shown (ETag). */
export async function wholeAnswerOf<Data>(
  call: Promise<Answer<Data>>,
): Promise<{ data: Data; etag: string | null }> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new RequestFailed(
      'UNAVAILABLE',
      'The server cannot be reached. Check your connection and try again.',
    );
  });
  if (response.ok) return { data: data as Data, etag: response.headers.get('etag') };
  throw failureIn(error, response);
}

function failureIn(problem: unknown, response: Response): RequestFailed {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new RequestFailed(
    fieldOf(problem, 'code') ?? 'INTERNAL',
    fieldOf(problem, 'detail') ?? `The server answered ${response.status}. Try again in a moment.`,
    {
      requestId: response.headers.get('x-request-id') ?? undefined,
      faults: faultsIn(problem),
      retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
    },
  );
}

function fieldOf(problem: unknown, name: string): string | undefined {
  const value: unknown =
    typeof problem === 'object' && problem !== null ? Reflect.get(problem, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function faultsIn(problem: unknown): FieldFault[] {
  const errors: unknown =
    typeof problem === 'object' && problem !== null ? Reflect.get(problem, 'errors') : undefined;
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: unknown) => {
    const [pointer, detail] = [fieldOf(error, 'pointer'), fieldOf(error, 'detail')];
    return pointer === undefined || detail === undefined ? [] : [{ pointer, detail }];
  });
}
