import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { ApiError, ApiSession, orNothing } from './api.ts';
import { CHAPTERS, COMMENTS, FILE, POSTER, STORYBOARD, VIDEO } from './content.ts';
import type { DemoState } from './state.ts';
import { uploadFile } from './upload.ts';

type Video = { processingStatus: string; processingError: string | null };
export type DemoVideo = {
  origin: string;
  owner: ApiSession;
  demo: DemoState;
  say: (line: string) => void;
  /** Called when all of it stands; until then the next start goes on with it. */
  onDone: () => void;
};

/** The video with its chapters and comments; nothing is made twice. */
export async function ensureVideo({ origin, owner, demo, say, onDone }: DemoVideo): Promise<void> {
  const path = `/api/videos/${demo.videoId}`;
  const found = await orNothing(owner.json<Video>('GET', path));
  const isPlayable = found?.processingStatus === 'complete';
  if (isPlayable && demo.isComplete) return;
  say('Seeding the demo: Big Buck Bunny, uploaded like any video …');
  if (!found) await owner.json('POST', '/api/videos', { ...VIDEO, id: demo.videoId });
  if (!isPlayable) await uploadVideo(owner, path, demo);
  await sendPicture(owner, `${path}/poster`, POSTER);
  await sendPicture(owner, `${path}/storyboard?${STORYBOARD.query}`, STORYBOARD.file);
  await owner.json('PUT', `${path}/chapters`, { chapters: CHAPTERS });
  await postComments(origin, path, demo);
  onDone();
}

async function sendPicture(owner: ApiSession, path: string, file: string): Promise<void> {
  const picture = new Uint8Array(readFileSync(join(projectRoot, file)));
  await owner.send('PUT', path, { 'content-type': 'image/jpeg' }, picture);
}

async function uploadVideo(owner: ApiSession, path: string, demo: DemoState): Promise<void> {
  await uploadFile(owner, join(projectRoot, FILE), demo.videoId);
  const { processingStatus, processingError } = await owner.json<Video>('GET', path);
  if (processingStatus !== 'complete')
    throw new Error(`the demo video is ${processingStatus}: ${processingError ?? 'no reason given'}`);
}

async function postComments(origin: string, path: string, demo: DemoState): Promise<void> {
  const guests = new Map<string, ApiSession>();
  for (const [index, { by, ...comment }] of COMMENTS.entries()) {
    const guest = guests.get(by) ?? (await enterAsGuest(origin, by));
    guests.set(by, guest);
    await unlessMadeBefore(
      guest.json('POST', `${path}/comments`, { id: demo.commentIds[index], ...comment }),
    );
  }
}

async function enterAsGuest(origin: string, name: string): Promise<ApiSession> {
  const guest = new ApiSession(origin);
  await guest.json('POST', '/api/guests', { name });
  return guest;
}

async function unlessMadeBefore(making: Promise<unknown>): Promise<void> {
  try {
    await making;
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
  }
}
