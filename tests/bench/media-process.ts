import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** What Linux knows about a process: the CPU it has used and the memory it holds or held at most. */

const TICKS_A_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const MIB = 1024;

export function cpuMs(processIds: number[]): number {
  return processIds.reduce((sum, id) => {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return sum + ((Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND) * 1000;
  }, 0);
}

/** From now on the peak counts from what is held now. */
export const resetPeak = (processId: number): void => writeFileSync(`/proc/${processId}/clear_refs`, '5');

export const heldMib = (processId: number): number => statusMib(processId, 'VmRSS');
export const peakMib = (processId: number): number => statusMib(processId, 'VmHWM');

function statusMib(processId: number, name: string): number {
  const status = readFileSync(`/proc/${processId}/status`, 'utf8');
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / MIB;
}
