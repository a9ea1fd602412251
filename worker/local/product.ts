import { seedDemo } from './seed/demo.ts';
import { readSettings } from './settings.ts';
import { startStack } from './stack.ts';
import type { Stack } from './stack.ts';
import { StartError } from './start-error.ts';
import { startWatched } from './watch.ts';
import { watchProcesses } from './watch-processes.ts';

/** What both ways of starting have in common. */
type Product = Pick<Stack, 'origin' | 'dataDir' | 'postgresPid' | 'workerdPids' | 'stop'>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts everything, seeds the demo, says where to look, and stays until it is told to stop. */
export async function startProduct({ isWatching }: { isWatching: boolean }): Promise<void> {
  const ending = endOnSignals();
  try {
    const settings = readSettings(process.env);
    const stack: Product = isWatching ? await startWatched(settings) : await startStack(settings);
    ending.adopt(stack);
    const demo = await describeDemo(stack);
    console.log(`Mails stay on this machine: ${stack.origin}/outbox`);
    console.log(`Lockstep ready at ${stack.origin}`);
    console.log(demo);
  } catch (error) {
    if (ending.hasBegun()) return; // Ctrl-C while starting: what failed then failed because of it
    console.error(describeTrouble(error));
    await ending.end(1);
  }
}

/** One line for what a person can act on; all there is for what should not happen. */
function describeTrouble(error: unknown): unknown {
  if (error instanceof StartError) return error.message;
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) && path)
    return `No permission to write to ${path} (${code}).`;
  return error;
}

/** A product without its demo is still the product: what went wrong with it is said, and nothing is stopped. */
async function describeDemo({ origin, dataDir }: Product): Promise<string> {
  try {
    return `Watch the demo together: ${await seedDemo({ origin, dataDir, say: console.log })}`;
  } catch (error) {
    return `The demo could not be made: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Ending = { adopt(stack: Product): void; hasBegun(): boolean; end(exitCode: number): Promise<void> };

/** One way out, whoever asks for it: signals, a part that died, or a start that failed. */
function endOnSignals(): Ending {
  let stack: Product | undefined;
  let hasBegun = false;
  let unwatch = (): void => {};
  const end = async (exitCode: number): Promise<void> => {
    if (hasBegun) return;
    hasBegun = true;
    unwatch(); // parts that are stopped have not stopped by themselves
    await stack?.stop(); // while still starting, the parts end with this process
    process.exit(exitCode);
  };
  const listen = (): void => {
    // Alone: Miniflare answers signals too, by exiting before the parts are down in order.
    for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, () => void end(0));
  };
  listen();
  return {
    end,
    hasBegun: () => hasBegun,
    adopt: (started) => {
      stack = started;
      listen();
      const parts = { PostgreSQL: [started.postgresPid], workerd: started.workerdPids };
      unwatch = watchProcesses(parts, (name) => {
        console.error(`${name} has stopped by itself: stopping everything. Start again to go on.`);
        void end(1);
      });
    },
  };
}
