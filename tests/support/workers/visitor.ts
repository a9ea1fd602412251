import { exports } from 'cloudflare:workers';
// Loaded before any request needs it: the test runner fetches modules one by one, and a request that waits for a module
// which another request is loading has nothing of its own under way and is taken for hung. A bundle has them all at hand.
import '#worker/accounts/auth.ts';

import { leaveSignUp } from './waiting-sign-up.ts';

export const ORIGIN = 'http://127.0.0.1:8080';
/** Of everybody who signs up here. */
export const PASSWORD = 'correct horse';

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

type Account = { name: string; email: string; password: string };
/** Somebody with an account, signed in. */
export type Person = Visitor & { id: string; email: string };

const newEmail = (): string => `person-${crypto.randomUUID()}@example.com`;

/**
 * Somebody with an account of their own, signed in. Comes in where the link of the mail is confirmed: what lies before,
 * a mail and a hash that is meant to be expensive, is only of interest to tests of signing up (`signUpByMail`).
 */
export async function signUp(name = 'Ada'): Promise<Person> {
  const [visitor, email] = [new Visitor(), newEmail()];
  const { id } = await confirm(visitor, { token: await leaveSignUp({ name, email }), password: PASSWORD });
  return Object.assign(visitor, { id, email });
}

/** The same from the form to the link, as people do. */
export async function signUpByMail(name = 'Ada'): Promise<Person> {
  const [visitor, email] = [new Visitor(), newEmail()];
  const { id } = await signUpAs(visitor, { name, email, password: PASSWORD });
  return Object.assign(visitor, { id, email });
}

/** Makes an account for somebody who is here already, a guest perhaps, and has confirmed the address by its mail. */
export async function signUpAs(visitor: Visitor, account: Account): Promise<{ id: string }> {
  const asked = await visitor.post('/api/auth/sign-up/email', account);
  if (asked.status !== 202) throw new Error(`sign-up: ${asked.status} ${await asked.text()}`);
  return confirm(visitor, { token: linkIn(await mailTo(account.email)) });
}

async function confirm(
  visitor: Visitor,
  link: { token: string; password?: string },
): Promise<{ id: string }> {
  const answer = await visitor.post('/api/auth/verify-email', link);
  if (answer.status !== 200) throw new Error(`verify: ${answer.status} ${await answer.text()}`);
  return (await answer.json<{ user: { id: string } }>()).user;
}

/** The newest mail to an address, once `isIt`: mails are written behind the answer. */
export async function mailTo(email: string, isIt: (words: string) => boolean = () => true): Promise<string> {
  for (const untilMs = Date.now() + 10_000; Date.now() < untilMs; await scheduler.wait(2)) {
    const [newest] = await mailsTo(email);
    if (newest && isIt(newest)) return newest;
  }
  throw new Error(`No such mail to ${email}: ${(await mailsTo(email)).join(' | ')}`);
}

/** The words of all mails to an address, the newest first. */
export async function mailsTo(email: string): Promise<string[]> {
  const path = `/outbox?to=${encodeURIComponent(email)}`;
  const answer = await new Visitor().get(path, { accept: 'application/json' });
  return (await answer.json<{ items: { text: string }[] }>()).items.map(({ text }) => text);
}

/** What the link in a mail carries. */
export const linkIn = (words: string): string => /\/(?:verify|reset)\?token=([\w.-]+)/.exec(words)?.[1] ?? '';

/** Somebody who has only given a name. */
export async function comeInAs(name = 'Guest'): Promise<Visitor & { id: string }> {
  const visitor = new Visitor();
  const answer = await visitor.post('/api/guests', { name });
  if (answer.status !== 201) throw new Error(`guest: ${answer.status} ${await answer.text()}`);
  const { id } = await answer.json<{ id: string }>();
  return Object.assign(visitor, { id });
}
