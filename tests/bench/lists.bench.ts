/** Every list but those of videos, for who has the most to see: what a request takes in PostgreSQL. */
import { Client } from 'pg';
import { everyList } from '#tests/support/lists/every-list.ts';
import { fillLists } from '#tests/support/lists/fill-lists.ts';
import { statementsOf } from '#tests/support/lists/listed.ts';
import { recordStatements } from '#tests/support/lists/record-statements.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { startDatabase } from '#worker/local/database.ts';
import { atMost, percentile, report, type Figure } from './figure.ts';

const [MOST_MS, TIMES] = [15, 6];

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
  const begun = performance.now();
  const cast = await fillLists(superuser, { organizations: 1000, videos: 100_000, each: 10_000 });
  console.log(`filled in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
  const worst: Record<string, { name: string; p95Ms: number }> = {};
  for (const listed of everyList(recorder, cast)) {
    const timesMs: number[] = [];
    await statementsOf(listed, recorder);
    for (let time = 0; time < TIMES; time += 1)
      for (const { ms } of await statementsOf(listed, recorder)) timesMs.push(ms);
    const [p50, p95] = [percentile(timesMs, 0.5), percentile(timesMs, 0.95)];
    console.log(`${p50.toFixed(1).padStart(7)} ${p95.toFixed(1).padStart(7)} ms  ${listed.name}`);
    const kind = /^(hourly|nightly)|export$|dissolved|lost/.test(listed.name) ? 'job' : 'list';
    if (p95 > (worst[kind]?.p95Ms ?? 0)) worst[kind] = { name: listed.name, p95Ms: p95 };
  }
  const figures: Figure[] = Object.entries(worst).map(([kind, { name, p95Ms }]) =>
    atMost(`slowest statement of a ${kind} in PostgreSQL, p95 (${name})`, p95Ms, kind === 'list' ? MOST_MS : 500, 'ms', 1),
  );
  report('Lists but of videos', figures);
} finally {
  recorder.stop();
  await Promise.all(clients.map((client) => client.end()));
  await database.stop();
  remove();
}
