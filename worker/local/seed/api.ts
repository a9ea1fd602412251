/** Somebody who uses the product over HTTP, as a program does: keeps cookies, speaks JSON. */
export class ApiSession {
  readonly origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** By name: what a browser needs in order to be the same person. */
  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  /** The answer's JSON; throws ApiError with the reason the product gave. */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer =
      body === undefined
        ? await this.send(method, path)
        : await this.send(method, path, { 'content-type': 'application/json' }, JSON.stringify(body));
    return (await answer.json()) as T;
  }

  async send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: BodyInit,
  ): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const url = new URL(path, this.origin);
    // Only this product is spoken to: an upload's Location may name another host behind a proxy.
    const address = `${this.origin}${url.pathname}${url.search}`;
    const answer = await fetch(address, { method, headers: { ...headers, ...(cookie && { cookie }) }, body });
    this.#keepCookies(answer);
    if (!answer.ok) throw new ApiError(answer.status, `${method} ${url.pathname}`, await answer.text());
    return answer;
  }

  #keepCookies(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;

  constructor(status: number, call: string, body: string) {
    super(`${call} answered ${status}: ${detailOf(body)}`);
    this.status = status;
  }
}

function detailOf(body: string): string {
  try {
    const problem = JSON.parse(body) as { detail?: string; title?: string };
    return problem.detail ?? problem.title ?? body;
  } catch {
    return body.slice(0, 200);
  }
}

/** What `find` finds, or undefined where the product answers that there is no such thing. */
export async function orNothing<T>(find: Promise<T>): Promise<T | undefined> {
  try {
    return await find;
  } catch (error) {
    if (error instanceof ApiError && [401, 404].includes(error.status)) return undefined;
    throw error;
  }
}
