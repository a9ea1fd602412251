import { Webhook } from 'standardwebhooks';
import { mayPutOff, type Attempt } from './outcome.ts';
import type { Resolve } from './resolve-host.ts';
import { readRetryAfterMs } from './schedule.ts';
import { bareHost, isLoopback, refusalOfAddresses, refusalOfUrl, type Reach } from './target-guard.ts';

export interface SendDeps {
  fetch: typeof fetch;
  resolve: Resolve;
  now: () => Date;
  reach: Reach;
  /** Longest from the first byte sent to the last one read. */
  timeoutMs: number;
}

export interface Outgoing {
  url: string;
  messageId: string;
  body: string;
  /** The newest first; each signs. */
  secrets: readonly string[];
}

const MOST_CHARACTERS = 1_000;
const MOST_BYTES = 4_096;
const WORDS = 500;
/** How long an answer's words are waited for: its status has said what there is to say. */
const WORDS_WITHIN_MS = 1_000;

/** Why nothing is sent there right now, in words. Asks for the host’s addresses; what cannot be told is a refusal. */
export async function refusalOf(url: string, { resolve, reach }: SendDeps): Promise<string | undefined> {
  const refusal = refusalOfUrl(url, reach);
  if (refusal) return refusal;
  const target = new URL(url);
  if (isLoopback(target)) return undefined;
  try {
    return refusalOfAddresses(await resolve(bareHost(target)));
  } catch {
    return 'The host name could not be looked up.';
  }
}

/** One try. Never throws: that nothing came is an outcome, too. */
export async function send(outgoing: Outgoing, deps: SendDeps): Promise<Attempt> {
  const sentAt = deps.now();
  const startedMs = Date.now();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), deps.timeoutMs);
  try {
    const answer = await deps.fetch(outgoing.url, {
      method: 'POST',
      headers: headersOf(outgoing, sentAt),
      body: outgoing.body,
      redirect: 'manual',
      signal: abort.signal,
    });
    const isPutOff = mayPutOff(answer.status);
    return {
      responseStatus: answer.status,
      error: null,
      responseBody: await readBeginning(answer),
      durationMs: Date.now() - startedMs,
      retryAfterMs: isPutOff ? readRetryAfterMs(answer.headers.get('retry-after'), sentAt) : null,
    };
  } catch (error) {
    const words = abort.signal.aborted ? `Nothing within ${deps.timeoutMs / 1000} seconds.` : String(error);
    return failedAttempt(words, Date.now() - startedMs);
  } finally {
    clearTimeout(timer);
  }
}

export const failedAttempt = (error: string, durationMs = 0): Attempt => ({
  responseStatus: null,
  error: storable(error).slice(0, WORDS),
  responseBody: null,
  durationMs,
  retryAfterMs: null,
});

const headersOf = ({ messageId, body, secrets }: Outgoing, sentAt: Date): Record<string, string> => ({
  'content-type': 'application/json',
  'user-agent': 'Lockstep-Webhooks/1.0',
  'webhook-id': messageId,
  'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
  'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(messageId, sentAt, body)).join(' '),
});

/** How an answer begins, as far as it comes soon; whatever else it says is not read. Never throws. */
async function readBeginning(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  const timer = setTimeout(() => void giveUp(reader), WORDS_WITHIN_MS);
  try {
    for (let bytes = 0; bytes < MOST_BYTES && text.length < MOST_CHARACTERS;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      text += decoder.decode(value.subarray(0, MOST_BYTES), { stream: true });
    }
  } catch {
    // It broke off: what came is what it said.
  } finally {
    clearTimeout(timer);
    void giveUp(reader);
  }
  return storable(text).slice(0, MOST_CHARACTERS).toWellFormed();
}

/** Ends a read that waits, too. */
const giveUp = (reader: ReadableStreamDefaultReader): Promise<void> => reader.cancel().catch(() => {});

/** As Postgres can keep it. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
