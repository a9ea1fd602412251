import { neon, neonConfig } from '@neondatabase/serverless';
import { z } from 'zod';
import {
  claimEpoch,
  commentsAfter,
  firstAttendees,
  KnownAttendee,
  KnownComments,
  KnownLikes,
  KnownProgress,
  KnownReactions,
  KnownScreenings,
  likesAfter,
  newestProgress,
  newestScreenings,
  Opening,
  PAGE_ROWS,
  reactionsAfter,
  type KnownLike,
  type KnownScreening,
} from './opening.ts';
import type { StoredComment } from '#rooms/state/comment.ts';
import type { StoredProgress } from '#rooms/storage/progress.ts';
import type { Batch } from './rows.ts';
import { ACTOR, type Statement } from './statement.ts';
import { statementsOf, WATERMARK_ANSWER } from './statements.ts';
import { toldIn, type OnTold } from './told.ts';

type Endpoint = Exclude<typeof neonConfig.fetchEndpoint, string>;
const productionEndpoint = neonConfig.fetchEndpoint as Endpoint;

// At home the same driver talks to the endpoint that listens on loopback.
neonConfig.fetchEndpoint = ((host, port, options) =>
  host === '127.0.0.1' || host === 'localhost'
    ? `http://${host}:${port}/sql`
    : productionEndpoint(host, port, options)) satisfies Endpoint;

/** A request that takes longer is given up; what it may still commit is harmless (R42). */
const ABORT_MS = 10_000;

const Watermark = z.object({
  epoch: z.number(),
  flushedSeq: z.number(),
  durationSeconds: z.number().nullable(),
});
export type Watermark = z.infer<typeof Watermark>;

export interface Reopened extends Opening {
  comments: StoredComment[];
  likes: KnownLike[];
  reactions: KnownReactions[];
  progress: StoredProgress[];
  screenings: KnownScreening[];
  attendees: KnownAttendee[];
}

/** The room's way to Postgres. Every call is one HTTP request, but a long history's further pages. */
export interface RoomDatabase {
  /** Writes a batch; where Postgres stood before it, or undefined when there is no such video any more. */
  write(batch: Batch): Promise<Watermark | undefined>;
  /** Begins a new epoch and reads all there is; undefined when there is no such video. */
  reopen(videoId: string): Promise<Reopened | undefined>;
}

export const createRoomDatabase = (url: string, onTold: OnTold = () => {}): RoomDatabase => ({
  write: async (batch) => {
    const answers = await run(url, statementsOf(batch));
    toldIn(answers).forEach(onTold);
    return Watermark.optional().parse(answers[WATERMARK_ANSWER]?.[0]?.['watermark']);
  },
  reopen: async (videoId) => {
    const [, claimed] = await run(url, [ACTOR, claimEpoch(videoId)]);
    const opening = Opening.optional().parse(claimed?.[0]?.['opening']);
    if (!opening) return undefined;
    const [comments, likes, reactions, progress, screenings, attendees] = await Promise.all([
      readPages(url, KnownComments, (last) => commentsAfter(videoId, last)),
      readPages(url, KnownLikes, (last) => likesAfter(videoId, last?.id ?? null)),
      readPages(url, z.array(KnownReactions), (last) => reactionsAfter(videoId, last?.second ?? null)),
      readPage(url, z.array(KnownProgress), newestProgress(videoId)),
      readPage(url, KnownScreenings, newestScreenings(videoId)),
      readPage(url, z.array(KnownAttendee), firstAttendees(videoId)),
    ]);
    return { ...opening, comments, likes, reactions, progress, screenings, attendees };
  },
});

type Row = Record<string, unknown>;

/** @NOTE Not AbortSignal.timeout: its pending timer would keep the room awake long after the answer (R53). */
async function run(url: string, statements: readonly Statement[]): Promise<Row[][]> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error('Postgres did not answer in time.')), ABORT_MS);
  try {
    const sql = neon(url, { fetchOptions: { signal: abort.signal } });
    const queries = statements.map(({ text, parameters }) => sql.query(text, parameters));
    return (await sql.transaction(queries)) as Row[][];
  } finally {
    clearTimeout(timer);
  }
}

/** One statement's rows, as the room sees them. */
export async function runAsRoom(url: string, statement: Statement): Promise<Row[]> {
  const [, rows] = await run(url, [ACTOR, statement]);
  return rows ?? [];
}

async function readPage<T>(url: string, shape: z.ZodType<T[]>, statement: Statement): Promise<T[]> {
  const [row] = await runAsRoom(url, statement);
  return shape.parse(row?.['page']);
}

async function readPages<T>(
  url: string,
  shape: z.ZodType<T[]>,
  after: (last: T | null) => Statement,
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await readPage(url, shape, after(all.at(-1) ?? null));
    all.push(...page);
    if (page.length < PAGE_ROWS) return all;
  }
}
