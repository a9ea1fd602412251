import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcess } from './process-table.ts';
import { StartError } from './start-error.ts';

/** One process as we saw it when it was recorded. */
type Recorded = { id: number; command: string; bornAt: string };
type Running = { host: Recorded; children: Recorded[] };

const LEAVE_TIMEOUT_MS = 10_000;

/** PostgreSQL shuts down in order on SIGINT; workerd has everything it acknowledged on disk already. */
const LAST_SIGNAL: Record<string, NodeJS.Signals> = { postgres: 'SIGINT', workerd: 'SIGKILL' };

/**
 * The data folder's note of who runs on it. A killed host leaves its children behind: the next start ends exactly
 * those, and only while the id still belongs to the process that was recorded.
 */
export async function claimDataFolder(dataDir: string): Promise<Claim> {
  const file = join(dataDir, 'running.json');
  const before = readRunning(file);
  if (before && before.host.id !== process.pid && isStill(before.host))
    throw new StartError(
      `Another Lockstep (process ${before.host.id}) is using ${dataDir}: stop it, or choose another folder with LOCKSTEP_DATA=<folder>.`,
    );
  for (const child of before?.children ?? []) await endLeftover(child);
  return new Claim(file);
}

/** This host's hold on a data folder, until `release()`. */
export class Claim {
  readonly #file: string;
  readonly #running: Running;

  constructor(file: string) {
    this.#file = file;
    this.#running = { host: recordOf(process.pid), children: [] };
    this.#write();
  }

  add(childId: number): void {
    if (this.#running.children.some((child) => child.id === childId)) return;
    this.#running.children.push(recordOf(childId));
    this.#write();
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }

  #write(): void {
    writeFileSync(this.#file, JSON.stringify(this.#running));
  }
}

function readRunning(file: string): Running | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    return undefined; // cut short by a crash: nothing in it can be trusted
  }
}

function recordOf(id: number): Recorded {
  const entry = findProcess(id);
  return { id, command: entry?.command ?? '', bornAt: entry?.bornAt ?? '' };
}

function isStill(recorded: Recorded): boolean {
  const entry = findProcess(recorded.id);
  if (entry === undefined || entry.bornAt !== recorded.bornAt) return false;
  // Node renames itself while it starts; the others keep the name they were recorded under.
  return entry.command === recorded.command || !(recorded.command in LAST_SIGNAL);
}

async function endLeftover(child: Recorded): Promise<void> {
  if (!isStill(child)) return;
  process.kill(child.id, LAST_SIGNAL[child.command] ?? 'SIGTERM');
  const giveUpAtMs = Date.now() + LEAVE_TIMEOUT_MS;
  while (isStill(child)) {
    if (Date.now() > giveUpAtMs)
      throw new StartError(
        `A ${child.command} left by an earlier run (process ${child.id}) does not stop: end it and start again.`,
      );
    await sleep(20);
  }
}
