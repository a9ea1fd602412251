import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Page } from '#worker/db/page.ts';
import type { Cast } from './fill-lists.ts';
import type { Recorder, Statement } from './record-statements.ts';

/** What may be more than a list's usual share, in rows, and why. */
export interface Terms {
  touched?: number;
  sorted?: number;
  scans?: readonly string[];
  why?: string;
}

/** Of a policy's condition PostgreSQL expects few rows, and puts what it found in order rather than to walk in order. */
export const OWN_FEW = { touched: 6000, sorted: 4000, why: 'one person’s own, put in order in memory' };
export const WHOLE_TEAM = { touched: 9000, sorted: 110, why: 'roles and parts of names reach no index' };
export const RARE = {
  touched: 10_000,
  sorted: 4000,
  why: 'once, when somebody leaves or a team is dissolved',
};
export const EXPORTED = {
  touched: 9000,
  sorted: 4000,
  scans: ['users'],
  why: 'pages of 500, of what a policy makes PostgreSQL expect few of',
};

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

const FAR = 1000;

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
    const far = await asideOf(skip, () => ask({ limit: FAR }));
    if (!far?.next) return;
    const deep = await ask({ limit: 50, cursor: far.next });
    if (deep?.prev) await ask({ limit: 50, cursor: deep.prev });
  },
});

async function asideOf<Answer>(skip: () => void, ask: () => Promise<Answer>): Promise<Answer> {
  skip();
  const answer = await ask();
  skip();
  return answer;
}

export const one = (
  of: Listed['of'],
  name: string,
  ask: () => Promise<unknown>,
  terms: Terms = {},
): Listed => ({
  of,
  name,
  terms,
  ask,
});

/** The first pages of something that is read to its end. */
export async function all(pages: AsyncGenerator<unknown>, most: number): Promise<void> {
  for await (const _ of pages) if ((most -= 1) < 0) return;
}

/** What a list sends, without what was asked aside. */
export async function statementsOf({ name, ask }: Listed, recorder: Recorder): Promise<Statement[]> {
  recorder.take();
  const kept: Statement[] = [];
  let isAside = false;
  try {
    await ask(() => {
      const taken = recorder.take();
      if (!isAside) kept.push(...taken);
      isAside = !isAside;
    });
  } catch (error) {
    throw new Error(`${name} was refused.`, { cause: error });
  }
  return [...kept, ...recorder.take()];
}
