import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Page } from '#worker/db/page.ts';
import type { Cast } from './fill-lists.ts';
import type { Recorder } from './record-statements.ts';

/** What may be more than a list's usual share, each with its reason. */
export interface Terms {
  touched?: number;
  sorted?: number;
  scans?: readonly string[];
  why?: string;
}

/** A list of the product, or something that is looked up, and how it is asked for. */
export interface Listed {
  /** The function whose queries they are. */
  of: (...given: never[]) => unknown;
  name: string;
  terms: Terms;
  /** Asks for a page here and a page there. What `skip` has asked for does not count. */
  ask: (skip: () => void) => Promise<unknown>;
}

export interface Asking extends Pick<Recorder, 'db' | 'accounts' | 'url'> {
  cast: Cast;
  viewer: Exclude<Viewer, { kind: 'anonymous' }>;
}

interface Asked {
  limit: number;
  cursor?: string;
}

/** A SHA-256 that is in every table of hashes: of '2'. */
export const HASH = 'd4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35';

const FAR = 1500;

/** The first page, one from deep inside, and the one before it. */
export const list = (
  of: Listed['of'],
  name: string,
  terms: Terms,
  ask: (asked: Asked) => Promise<Page<unknown> | undefined>,
): Listed => ({
  of,
  name,
  terms,
  ask: async (skip) => {
    await ask({ limit: 50 });
    if (skip === noSkip) return;
    const far = await asideOf(skip, () => ask({ limit: FAR }));
    if (!far?.next) return;
    const deep = await ask({ limit: 50, cursor: far.next });
    if (deep?.prev) await ask({ limit: 50, cursor: deep.prev });
  },
});

export const noSkip = (): void => undefined;

async function asideOf<Answer>(skip: () => void, ask: () => Promise<Answer>): Promise<Answer> {
  skip();
  const answer = await ask();
  skip();
  return answer;
}

export const one = (of: Listed['of'], name: string, ask: () => Promise<unknown>, terms: Terms = {}): Listed => ({
  of,
  name,
  terms,
  ask,
});

/** The first pages of something that is read to its end. */
export async function all(pages: AsyncGenerator<unknown>, most: number): Promise<void> {
  for await (const _ of pages) if ((most -= 1) < 0) return;
}
