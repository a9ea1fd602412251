/** Every list but those of videos, for who has the most to see: what a request takes in PostgreSQL, its statements together. */
import { Client } from 'pg';
import { everyList } from '#tests/support/lists/every-list.ts';
import { fillLists } from '#tests/support/lists/fill-lists.ts';
import { statementsOf, type Listed } from '#tests/support/lists/listed.ts';
import { progressBar } from '#tests/support/progress-bar.ts';
import { recordStatements } from '#tests/support/lists/record-statements.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { startDatabase } from '#worker/local/database.ts';
import { atMost, percentile, report } from './figure.ts';

const [LIST_MS, JOB_MS, TIMES] = [15, 500, 7];
/** What a job asks, or somebody once, when they leave or take everything with them. */
const JOB = /^(hourly|nightly)|export$|dissolved|lost|ends with|somebody has made/;

const { folder, remove } = makeTempFolder();
const database = await startDatabase({ dataDir: folder, durable: false });
const connect = async (address: string): Promise<Client> => {
  const url = new URL(address);
  url.host = new URL(database.superuserUrl).host;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return client;
};
const clients = await Promise.all(
  [database.superuserUrl, database.databaseUrl, database.authDatabaseUrl].map(connect),
);
const [superuser, app, accounts] = clients as [Client, Client, Client];
const recorder = recordStatements({ app, accounts });
try {
  const filling = progressBar('lists');
  const size = { organizations: 1000, videos: 100_000, each: 10_000 };
  const cast = await fillLists(superuser, size, filling.tell);
  filling.end();
  const lists = everyList(recorder, cast);
  const asking = progressBar('asked');
  const timed: Timed[] = [];
  for (const [index, listed] of lists.entries()) {
    timed.push({ name: listed.name, ...(await timeRequests(listed)) });
    asking.tell((index + 1) / lists.length, 'lists');
  }
  asking.end();
  console.log('\np50, p95 of a request in PostgreSQL');
  for (const { name, p50Ms, p95Ms } of timed.toSorted((a, b) => b.p95Ms - a.p95Ms))
    console.log(`${p50Ms.toFixed(1).padStart(7)} ${p95Ms.toFixed(1).padStart(7)} ms  ${name}`);
  const [jobs, people] = [
    timed.filter(({ name }) => JOB.test(name)),
    timed.filter(({ name }) => !JOB.test(name)),
  ];
  report('Lists but of videos', [
    slowest('every other list on 100,000 videos', people, LIST_MS),
    slowest('jobs on 100,000 videos', jobs, JOB_MS),
  ]);
} finally {
  recorder.stop();
  await Promise.all(clients.map((client) => client.end()));
  await database.stop();
  remove();
}

interface Timed {
  name: string;
  p50Ms: number;
  p95Ms: number;
}

async function timeRequests(listed: Listed): Promise<Omit<Timed, 'name'>> {
  const timesMs: number[] = [];
  await statementsOf(listed, recorder);
  for (let time = 0; time < TIMES; time += 1) {
    const requests = new Map<number, number>();
    for (const { request, ms } of await statementsOf(listed, recorder))
      requests.set(request, (requests.get(request) ?? 0) + ms);
    timesMs.push(...requests.values());
  }
  return { p50Ms: percentile(timesMs, 0.5), p95Ms: percentile(timesMs, 0.95) };
}

function slowest(what: string, timed: Timed[], mostMs: number) {
  const { name, p95Ms } = timed.reduce((most, next) => (next.p95Ms > most.p95Ms ? next : most));
  return atMost(`${what}: slowest p95 of ${timed.length} (${name})`, p95Ms, mostMs, 'ms', 1);
}
