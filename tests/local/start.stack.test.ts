import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runStart } from '#tests/support/start-command.ts';
import type { StartCommand } from '#tests/support/start-command.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { findFreePort } from '../../worker/local/free-port.ts';
import { findProcess } from '../../worker/local/process-table.ts';

let data: { folder: string; remove(): void };
let env: { PORT: string; LOCKSTEP_DATA: string };

beforeEach(async () => {
  data = makeTempFolder();
  env = { PORT: String(await findFreePort()), LOCKSTEP_DATA: join(data.folder, 'data') };
});
afterEach(async () => {
  // Only where a test failed half way is there anything left to end.
  for (const { process, ended } of started.splice(0)) {
    process.kill('SIGTERM');
    await ended;
  }
  if (existsSync(runningFile())) stillThere(readChildren()).forEach((id) => process.kill(id, 'SIGKILL'));
  data.remove();
});

const started: StartCommand[] = [];
function start(settings: Record<string, string>): StartCommand {
  const command = runStart(settings);
  started.push(command);
  return command;
}

const runningFile = (): string => join(env.LOCKSTEP_DATA, 'running.json');
/** The ids of PostgreSQL and workerd as the running product has noted them. */
const readChildren = (): number[] =>
  (JSON.parse(readFileSync(runningFile(), 'utf8')) as { children: { id: number }[] }).children.map(
    ({ id }) => id,
  );
const stillThere = (ids: number[]): number[] => ids.filter((id) => findProcess(id) !== undefined);

type Demo = { videoId: string; screeningShortId: string };
type Video = { hlsUrl: string };
type Screening = { screening: { endedAtMs: number | null } };
type List = { items: { content: string }[] };

/** What the product knows about the demo: from the database, the bucket and the room. */
async function readDemo(origin: string) {
  const get = (path: string): Promise<Response> => fetch(new URL(path, origin));
  const getJson = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;
  const demo = JSON.parse(readFileSync(join(env.LOCKSTEP_DATA, 'demo.json'), 'utf8')) as Demo;
  const { hlsUrl } = await getJson<Video>(`/api/videos/${demo.videoId}`);
  const { items } = await getJson<List>(`/api/videos/${demo.videoId}/comments`);
  const { screening } = await getJson<Screening>(`/api/screenings/${demo.screeningShortId}`);
  return {
    playlist: (await get(hlsUrl)).status,
    comments: items.map(({ content }) => content).toSorted(),
    endedAtMs: screening.endedAtMs,
  };
}

test('a taken port is one clear line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const refused = start({ ...env, PORT: String(port) });
  expect(await refused.ended).toBe(1);
  expect(refused.lines).toEqual([
    `Port ${port} is already taken: stop what listens there, or choose another with PORT=<port>.`,
  ]);
  other.close();
});

test('a data folder that cannot be written to is one clear line', async () => {
  const file = join(data.folder, 'file');
  writeFileSync(file, '');
  const refused = start({ ...env, LOCKSTEP_DATA: join(file, 'data') });
  expect(await refused.ended).toBe(1);
  expect(refused.lines).toEqual([
    `Cannot write to the data folder ${join(file, 'data')}: a part of the path is a file. Choose another with LOCKSTEP_DATA=<folder>.`,
  ]);
});

test('killed outright and started again: no orphans, nothing lost; told to stop: nothing stays', async () => {
  const first = start(env);
  const origin = await first.ready;
  expect(origin).toBe(`http://127.0.0.1:${env.PORT}`);
  const children = readChildren();
  expect(children).toHaveLength(2);
  const before = await readDemo(origin);
  expect(before).toMatchObject({ playlist: 200, comments: { length: 3 }, endedAtMs: null });

  first.process.kill('SIGKILL');
  await first.ended;
  expect(stillThere(children)).toEqual(children);

  const second = start(env);
  await second.ready;
  expect(stillThere(children)).toEqual([]);
  expect(second.lines.at(-1)).toBe(first.lines.at(-1));
  expect(await readDemo(origin)).toEqual(before);

  const third = start({ ...env, PORT: String(await findFreePort()) });
  expect(await third.ended).toBe(1);
  expect(third.lines).toEqual([
    `Another Lockstep (process ${second.process.pid}) is using ${env.LOCKSTEP_DATA}: stop it, or choose another folder with LOCKSTEP_DATA=<folder>.`,
  ]);

  const last = readChildren();
  const linesBefore = second.lines.length;
  second.process.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(second.lines.slice(linesBefore)).toEqual([]);
  expect(stillThere(last)).toEqual([]);
  expect(existsSync(runningFile())).toBe(false);
}, 180_000);
