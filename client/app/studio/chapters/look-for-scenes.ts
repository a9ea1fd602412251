import { readStoryboard, type Storyboard } from '#client/ui/storyboard.ts';
import { coloursOf, suggestionsOf, suggestStarts } from './scene-cuts.ts';

export interface Suggestion {
  startSeconds: number;
  title: string;
}

/** Enough to tell pictures apart, and few pixels to count. */
const WIDTH = 32;
const HEIGHT = 18;

/** Suggests chapters from the pictures along a video's timeline. Nothing of it is sent anywhere. */
export async function lookForScenes(
  trackUrl: string,
  { durationSeconds, taken }: { durationSeconds: number; taken: readonly number[] },
): Promise<Suggestion[]> {
  const url = new URL(trackUrl, location.href).href;
  const answer = await fetch(url);
  const board = answer.ok ? readStoryboard(await answer.text(), url) : undefined;
  if (!board) throw new Error('The pictures along this video could not be read.');
  const frames = await readFrames(board);
  return suggestionsOf(suggestStarts(frames, { durationSeconds, taken }), taken);
}

async function readFrames({ pictureUrl, tiles }: Storyboard) {
  const picture = new Image();
  picture.src = pictureUrl;
  await picture.decode();
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot look into pictures.');
  return tiles.map(({ startSeconds, x, y, width, height }) => {
    context.drawImage(picture, x, y, width, height, 0, 0, WIDTH, HEIGHT);
    return { startSeconds, colours: coloursOf(context.getImageData(0, 0, WIDTH, HEIGHT).data) };
  });
}
