import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Who a process id is right now. Ids are used again, so `bornAt` (opaque) tells two holders of one id apart. */
export type ProcessEntry = { command: string; parentId: number; bornAt: string };

// A bare Debian has no `ps`; macOS has no /proc.
export const findProcess: (id: number) => ProcessEntry | undefined =
  process.platform === 'linux' ? findInProc : findWithPs;

/** The children of `parentId` whose command name is `command`. */
export function listChildren(parentId: number, command: string): number[] {
  return listProcessIds().filter((id) => {
    const entry = findProcess(id);
    return entry?.parentId === parentId && entry.command === command;
  });
}

function listProcessIds(): number[] {
  const words =
    process.platform === 'linux'
      ? readdirSync('/proc')
      : ps('-axo', 'pid=')
          .split('\n')
          .map((l) => l.trim());
  return words.filter((word) => /^\d+$/.test(word)).map(Number);
}

function findInProc(id: number): ProcessEntry | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // `pid (command) state parent … starttime …`; the command itself may hold spaces and brackets.
  const end = stat.lastIndexOf(')');
  const rest = stat.slice(end + 2).split(' ');
  const [state, parent] = rest;
  if (state === 'X' || (state === 'Z' && !hasOtherThreads(id))) return undefined;
  return {
    command: stat.slice(stat.indexOf('(') + 1, end),
    parentId: Number(parent),
    bornAt: rest[19] ?? '',
  };
}

/** A killed process is a zombie at once, but holds its ports and files until its last thread is gone. */
function hasOtherThreads(id: number): boolean {
  try {
    return readdirSync(`/proc/${id}/task`).length > 1;
  } catch {
    return false;
  }
}

function findWithPs(id: number): ProcessEntry | undefined {
  const line = ps('-o', 'ppid=,lstart=,comm=', '-p', String(id)).trim();
  const match = /^(\d+)\s+(\w+\s+\w+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(line);
  if (!match) return undefined;
  const [, parent, bornAt = '', path = ''] = match;
  return { command: path.slice(path.lastIndexOf('/') + 1), parentId: Number(parent), bornAt };
}

const ps = (...args: string[]): string => spawnSync('ps', args, { encoding: 'utf8' }).stdout ?? '';
