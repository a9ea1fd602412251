import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { findProcess } from '../../worker/local/process-table.ts';
import { claimDataFolder } from '../../worker/local/running.ts';

let data: { folder: string; remove(): void };
const children: ChildProcess[] = [];

beforeEach(() => (data = makeTempFolder()));
afterEach(() => {
  children.splice(0).forEach((child) => child.kill('SIGKILL'));
  data.remove();
});

/** A process that stays until it is ended. */
async function startChild(): Promise<{
  child: ChildProcess;
  record: { id: number; command: string; bornAt: string };
}> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)']);
  children.push(child);
  await once(child.stdout, 'data');
  const id = child.pid ?? 0;
  const { command = '', bornAt = '' } = findProcess(id) ?? {};
  return { child, record: { id, command, bornAt } };
}

const file = (): string => join(data.folder, 'running.json');
const leave = (content: object): void => writeFileSync(file(), JSON.stringify(content));
const DEAD = { id: 2 ** 22 + 1, command: 'node', bornAt: '1' };

test('what a killed host left behind is ended', async () => {
  const { child, record } = await startChild();
  leave({ host: DEAD, children: [record] });
  const gone = once(child, 'exit');
  await claimDataFolder(data.folder);
  expect(await gone).toEqual([null, 'SIGTERM']);
});

test('a process that only has the same id is left alone', async () => {
  const { child, record } = await startChild();
  leave({
    host: DEAD,
    children: [
      { ...record, bornAt: `${record.bornAt} earlier` },
      { ...record, command: 'postgres' },
    ],
  });
  await claimDataFolder(data.folder);
  expect({ exitCode: child.exitCode, signalCode: child.signalCode }).toEqual({
    exitCode: null,
    signalCode: null,
  });
});

test('a folder in use is refused in one line', async () => {
  const { record } = await startChild();
  leave({ host: record, children: [] });
  await expect(claimDataFolder(data.folder)).rejects.toThrow(
    `Another Lockstep (process ${record.id}) is using ${data.folder}: stop it, or choose another folder with LOCKSTEP_DATA=<folder>.`,
  );
});

test('a note cut short by a crash stops nobody', async () => {
  writeFileSync(file(), '{"host":{"id":1');
  const claim = await claimDataFolder(data.folder);
  claim.release();
  expect(existsSync(file())).toBe(false);
});

test('every child is noted once, at once', async () => {
  const { record } = await startChild();
  const claim = await claimDataFolder(data.folder);
  claim.add(record.id);
  claim.add(record.id);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({
    host: { id: process.pid },
    children: [record],
  });
});
