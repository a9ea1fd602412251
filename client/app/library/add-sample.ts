import type { Shell } from '../shell/shell.ts';
import { enqueueUploads } from '../studio/upload/queue.ts';

const ADDRESS = '/sample.mp4';
const NAME = 'Sample: a minute of numbered frames.mp4';

/** Puts the film that the product brings along on its way into the library, like a file of one's own. */
export async function addSample(shell: Shell): Promise<void> {
  const answer = await fetch(ADDRESS);
  if (!answer.ok) throw new Error(`The sample could not be fetched (${answer.status}).`);
  enqueueUploads(shell, [new File([await answer.blob()], NAME, { type: 'video/mp4' })]);
}
