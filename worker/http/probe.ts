const LONGEST_MS = 2000;

export interface Probed {
  isReady: boolean;
  durationMs: number;
}

/** Asks something the worker depends on; what fails or takes longer than two seconds is not ready. */
export async function probe(ask: () => Promise<unknown>): Promise<Probed> {
  const startedMs = Date.now();
  const isReady = await Promise.race([
    ask().then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), LONGEST_MS)),
  ]);
  return { isReady, durationMs: Date.now() - startedMs };
}
