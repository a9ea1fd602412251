import { fork } from 'node:child_process';
import path from 'node:path';
import type { CrowdCalls } from './capacity-crowd.ts';

type Call = keyof CrowdCalls;
type Argument<C extends Call> = Parameters<CrowdCalls[C]>;
type Answer<C extends Call> = Awaited<ReturnType<CrowdCalls[C]>>;

export interface Crowd {
  ask<C extends Call>(call: C, ...argument: Argument<C>): Promise<Answer<C>>;
  stop(): void;
}

/** A crowd in a process of its own, so that neither it nor the server waits for the other's work. */
export function startCrowd(): Crowd {
  const child = fork(path.join(import.meta.dirname, 'capacity-crowd.ts'));
  const waiting = new Map<number, (value: never) => void>();
  let isGone = false;
  const gone = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      isGone = true;
      reject(new Error('The crowd has gone.'));
    });
  });
  // Who asks nothing more need not hear of it.
  gone.catch(() => {});
  let asked = 0;
  child.on('message', ({ id, value }: { id: number; value: never }) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  });
  return {
    ask: (call, ...[argument]) =>
      Promise.race([
        gone,
        new Promise<never>((resolve) => {
          asked += 1;
          waiting.set(asked, resolve);
          if (!isGone) child.send({ id: asked, call, argument });
        }),
      ]),
    stop: () => void child.kill(),
  };
}
