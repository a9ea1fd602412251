import { openDataFolder } from './data-folder.ts';
import { requireFreePort } from './free-port.ts';
import { claimDataFolder } from './running.ts';

/** What a start has in hand: its data folder, and whatever it must take back in the end. */
export type Hold = {
  /** Absolute path of the data folder. */
  dataDir: string;
  /** Notes a process, so that it is ended also after this one was killed. */
  onProcess(processId: number): void;
  /** To be done when stopping; the last thing started is the first to be stopped. */
  undo(step: () => unknown): void;
};
export type Held<T> = T & { dataDir: string; stop(): Promise<void> };
export type Place = { dataDir: string; host: string; /** 0 takes a free one. */ port: number };

/** Starts something on a data folder and a port that nobody else uses; a start that fails leaves nothing behind. */
export async function hold<T>(place: Place, start: (hold: Hold) => Promise<T>): Promise<Held<T>> {
  const dataDir = openDataFolder(place.dataDir);
  const claim = await claimDataFolder(dataDir);
  const steps: (() => unknown)[] = [() => claim.release()];
  const stop = async (): Promise<void> => {
    for (const step of steps.splice(0).toReversed()) await step();
  };
  try {
    // Only now: what an earlier run left behind may have held the port.
    if (place.port !== 0) await requireFreePort(place.port, place.host);
    const started = await start({
      dataDir,
      onProcess: (processId) => claim.add(processId),
      undo: (step) => steps.push(step),
    });
    return { ...started, dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
