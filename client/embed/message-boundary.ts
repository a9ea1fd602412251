import { CONTEXT, isMethod, type Asked, type Told } from './player-js.ts';

/** Nobody needs more to say any of it. */
const MOST_CHARACTERS = 4096;
const MOST_LISTENER_CHARACTERS = 128;

/** What a page asks of the player; `unknown` where it asks for what there is not; undefined where it is no such message. */
export function parseAsked(data: unknown): Asked | { unknown: string; listener: string | null } | undefined {
  const message = parseMessage(data);
  if (message === undefined || typeof message['method'] !== 'string') return undefined;
  const { method, value, listener } = message;
  if (!isMethod(method)) return { unknown: String(method).slice(0, 64), listener: toListener(listener) };
  return { method, value, listener: toListener(listener) };
}

/** What the player tells a page; undefined where it is no such message. */
export function parseTold(data: unknown): Told | undefined {
  const message = parseMessage(data);
  if (message === undefined || typeof message['event'] !== 'string') return undefined;
  const { event, value, listener } = message;
  return { event, value, listener: toListener(listener) };
}

function parseMessage(data: unknown): Record<string, unknown> | undefined {
  if (typeof data !== 'string' || data.length > MOST_CHARACTERS || !data.includes(CONTEXT)) return undefined;
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined;
    const fields = message as Record<string, unknown>;
    return fields['context'] === CONTEXT ? fields : undefined;
  } catch {
    return undefined;
  }
}

const toListener = (listener: unknown): string | null =>
  typeof listener === 'string' && listener.length <= MOST_LISTENER_CHARACTERS ? listener : null;
