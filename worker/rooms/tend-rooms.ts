/** A day, and the hour that a run may be late. */
const DAY_MS = 25 * 60 * 60 * 1000;
/** Rooms asked at once: each answers within a second or so. */
const AT_ONCE = 10;

/** Since when a room counts as recent; `now` is when the run was due. */
export const dayBefore = (now: Date): Date => new Date(now.getTime() - DAY_MS);

/** Does the same to each room, some at once; how many could not be reached. */
export async function tendEach(
  videoIds: readonly string[],
  tend: (videoId: string) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<number> {
  let unreachable = 0;
  const waiting = [...videoIds];
  const work = async (): Promise<void> => {
    for (let videoId = waiting.shift(); videoId !== undefined; videoId = waiting.shift())
      await tend(videoId).catch(() => void (unreachable += 1));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return unreachable;
}
