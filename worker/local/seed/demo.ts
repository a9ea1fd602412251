import { v7 as uuidv7 } from 'uuid';
import { ApiSession, orNothing } from './api.ts';
import { OWNER_NAME } from './content.ts';
import { signUpByMail } from './sign-up.ts';
import { loadState, makeState, saveState } from './state.ts';
import type { DemoState } from './state.ts';
import { ensureVideo } from './video.ts';

export type SeedOptions = { origin: string; dataDir: string; say: (line: string) => void };
type Screening = { screening: { shortId: string; endedAtMs: number | null } };

/**
 * Makes sure there is a demo to watch, and gives the link that lands in its screening. Everything goes through the
 * product's own HTTP interface, and what is there already is left as people have made it.
 */
export async function seedDemo({ origin, dataDir, say }: SeedOptions): Promise<string> {
  const remembered = loadState(dataDir);
  if (await isGoingOn(origin, remembered)) return linkTo(origin, remembered.screeningShortId ?? '');
  const { owner, demo } = await enterAsOwner(origin, dataDir, remembered);
  await ensureVideo({
    origin,
    owner,
    demo,
    say,
    onDone: () => saveState(dataDir, { ...demo, isComplete: true }),
  });
  const path = `/api/videos/${demo.videoId}/screenings`;
  const draft = { id: uuidv7(), positionSeconds: 0, isPlaying: false };
  const { shortId } = (await owner.json<Screening>('POST', path, draft)).screening;
  saveState(dataDir, { ...demo, isComplete: true, screeningShortId: shortId });
  return linkTo(origin, shortId);
}

const linkTo = (origin: string, shortId: string): string => `${origin}/s/${shortId}`;

async function isGoingOn(origin: string, { screeningShortId }: DemoState): Promise<boolean> {
  if (screeningShortId === undefined) return false;
  const anybody = new ApiSession(origin);
  const path = `/api/screenings/${screeningShortId}`;
  const found = await orNothing(anybody.json<Screening>('GET', path));
  return found !== undefined && found.screening.endedAtMs === null;
}

type Entered = { owner: ApiSession; demo: DemoState };

/** As the demo's owner; as a new one, with a new demo, where the database does not know the remembered one. */
async function enterAsOwner(origin: string, dataDir: string, demo: DemoState): Promise<Entered> {
  const owner = new ApiSession(origin);
  const { email, password } = demo;
  const signedIn = await orNothing(owner.json('POST', '/api/auth/sign-in/email', { email, password }));
  if (signedIn !== undefined) return { owner, demo };
  const signedUp = await signUpByMail(owner, { name: OWNER_NAME, email, password });
  return signedUp ? { owner, demo } : enterAsOwner(origin, dataDir, makeState(dataDir));
}
