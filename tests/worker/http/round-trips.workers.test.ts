import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { furnish } from '#tests/support/workers/furnish/all.ts';
import { keyOf } from '#tests/support/workers/api/actors.ts';
import {
  fill,
  getDescription,
  named,
  rightQuery,
  type Operation,
} from '#tests/support/workers/api/operations.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

/** Requests to the database since the test began to count. */
let trips = 0;
const reallyFetch = globalThis.fetch;
beforeEach(() => {
  vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) => {
    trips += 1;
    return reallyFetch(...args);
  });
});
afterEach(() => vi.unstubAllGlobals());

/** What asks more than once, and why that is right. */
const MORE: Record<string, number> = {
  // A stream of everything there is: leave, then each part page by page.
  'GET /api/organizations/{organizationId}/export': 10,
  'GET /api/me/export': 12,
  // Postgres, and a room.
  'GET /readyz': 2,
};
/** Of what is furnished there is none to be shown: nothing was drawn, the screening goes on, the address is an example. */
const NOT_THERE = [
  'GET /api/videos/{id}/comments/{commentId}/drawing',
  'GET /api/screenings/{shortId}/recap',
  'GET /oembed',
];
/** A key is looked up before anything is asked in its holder’s name. */
const LOOK_UP = 1;

interface Asked {
  status: number;
  trips: number;
}
type Walked = Asked & { operation: Operation };

/**
 * Asks again where it took too many trips: rooms and senders of webhooks, at work beside us, are counted, too, and what a
 * room has written within the last two seconds is read again.
 */
async function ask(visitor: Visitor, address: string, most: number): Promise<Asked> {
  const asked: Asked[] = [];
  const untilMs = Date.now() + 4_000;
  while (asked.length === 0 || (Date.now() < untilMs && !asked.some((one) => one.trips <= most))) {
    trips = 0;
    const answer = await visitor.get(address);
    await answer.arrayBuffer();
    asked.push({ status: answer.status, trips });
  }
  return asked.reduce((fewest, one) => (one.trips < fewest.trips ? one : fewest));
}

test(
  'every GET of the description asks the database once at most; by API key, twice',
  { timeout: 60_000 },
  async () => {
    const { operations, schemas } = await getDescription();
    const ada = await signUp('Ada');
    const ids = await furnish(ada, 'private');
    const robot = await keyOf(ada);
    // Its use is noted behind the answer, once a minute: that is no trip of any answer.
    await robot.get('/api/me');
    const gets = operations.filter(({ method }) => method === 'GET');
    const walk = async (visitor: Visitor, lookUps: number): Promise<Walked[]> => {
      const walked: Walked[] = [];
      for (const operation of gets) {
        const address = fill(operation.path, ids) + rightQuery(operation, schemas);
        walked.push({ operation, ...(await ask(visitor, address, (MORE[named(operation)] ?? 1) + lookUps)) });
      }
      return walked;
    };
    const byCookie = await walk(ada, 0);
    const byKey = await walk(robot, LOOK_UP);
    const table = byCookie
      .map(({ operation, status, trips }, at) => `${trips} ${byKey[at]?.trips} ${status} ${named(operation)}`)
      .join('\n');
    const asOften = byCookie.filter(({ operation }) => MORE[named(operation)] === undefined);
    // Read by tests/bench/api.bench.ts.
    console.log(
      `TRIPS ${JSON.stringify({ operations: asOften.length, most: Math.max(...asOften.map(({ trips }) => trips)), streams: Object.keys(MORE) })}`,
    );
    const most = ({ operation }: Walked) => MORE[named(operation)] ?? 1;
    expect(
      byCookie.filter((walked) => walked.trips > most(walked)).map(({ operation }) => named(operation)),
      table,
    ).toEqual([]);
    expect(
      byKey
        .filter((walked) => walked.trips > most(walked) + LOOK_UP)
        .map(({ operation }) => named(operation)),
      table,
    ).toEqual([]);
    const failed = byCookie
      .filter(({ status, operation }) => status >= 400 && !NOT_THERE.includes(named(operation)))
      .map(({ operation }) => named(operation));
    expect(failed, table).toEqual([]);
  },
);

test('whoever asks, who they are costs nothing', async () => {
  const ada = await signUp('Ada');
  const { id = '' } = await furnish(ada, 'public');
  for (const visitor of [ada, await comeInAs('Grace'), new Visitor()])
    for (const [path, most] of [
      ['/healthz', 0],
      ['/api/videos', 1],
      [`/api/videos/${id}`, 1],
      [`/api/videos/${id}/chapters`, 1],
    ] as const)
      expect([path, await ask(visitor, path, most)]).toEqual([path, { status: 200, trips: most }]);
});

test('a seat in a room costs one request, whoever takes it', async () => {
  const ada = await signUp('Ada');
  const { id = '' } = await furnish(ada, 'public');
  const robot = await keyOf(ada);
  await robot.get('/api/me');
  for (const [visitor, most] of [
    [ada, 1],
    [await comeInAs('Grace'), 1],
    [new Visitor(), 1],
    [robot, 1 + LOOK_UP],
  ] as const) {
    const fewest: number[] = [];
    for (const untilMs = Date.now() + 4_000; Date.now() < untilMs && !fewest.some((one) => one <= most);) {
      trips = 0;
      expect((await visitor.post(`/api/videos/${id}/join`)).status).toBe(200);
      fewest.push(trips);
    }
    expect(Math.min(...fewest)).toBe(most);
  }
});
