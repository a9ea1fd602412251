import { exports } from 'cloudflare:workers';

export const ORIGIN = 'http://127.0.0.1:8080';

export interface Asked {
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
}

/** Somebody with a browser's manners: keeps cookies, sends an Origin. Nothing here knows a path of the API. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  async ask(method: string, path: string, { json, body, headers = {} }: Asked = {}): Promise<Response> {
    const sent = new Headers({ origin: ORIGIN, ...headers });
    if (this.cookies.size > 0)
      sent.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (json !== undefined) sent.set('content-type', 'application/json');
    const answer = await exports.default.fetch(new URL(path, ORIGIN).href, {
      method,
      headers: sent,
      body: json === undefined ? body : JSON.stringify(json),
      redirect: 'manual',
    });
    this.keepCookies(answer.headers.getSetCookie());
    return answer;
  }

  get = (path: string, headers?: Record<string, string>) => this.ask('GET', path, { headers });
  post = (path: string, json: unknown = {}) => this.ask('POST', path, { json });
  put = (path: string, json: unknown = {}, headers?: Record<string, string>) =>
    this.ask('PUT', path, { json, headers });
  patch = (path: string, json: unknown, headers?: Record<string, string>) =>
    this.ask('PATCH', path, { json, headers });
  delete = (path: string, headers?: Record<string, string>) => this.ask('DELETE', path, { headers });

  private keepCookies(setCookies: string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      const isGone = attributes.some((attribute) => attribute.toLowerCase() === 'max-age=0');
      if (isGone) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(name.length + 1));
    }
  }
}

let count = 0;

/** Somebody with an account of their own, signed in. */
export async function signUp(name = 'Ada'): Promise<Visitor & { id: string; email: string }> {
  const visitor = new Visitor();
  count += 1;
  const email = `person-${crypto.randomUUID().slice(0, 8)}-${count}@example.com`;
  const answer = await visitor.post('/api/auth/sign-up/email', { name, email, password: 'correct horse' });
  if (answer.status !== 200) throw new Error(`sign-up: ${answer.status} ${await answer.text()}`);
  const { user } = await answer.json<{ user: { id: string } }>();
  return Object.assign(visitor, { id: user.id, email });
}

/** Somebody who has only given a name. */
export async function comeInAs(name = 'Guest'): Promise<Visitor & { id: string }> {
  const visitor = new Visitor();
  const answer = await visitor.post('/api/guests', { name });
  if (answer.status !== 201) throw new Error(`guest: ${answer.status} ${await answer.text()}`);
  const { id } = await answer.json<{ id: string }>();
  return Object.assign(visitor, { id });
}
