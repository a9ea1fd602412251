import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { COMMENTS } from './content.ts';

/** What the demo is made of. Written before anything is made, so that an interrupted seed goes on where it was. */
export type DemoState = {
  email: string;
  password: string;
  videoId: string;
  commentIds: string[];
  /** Whether video, chapters and comments all stood once: from then on they are people's to change. */
  isComplete: boolean;
  /** The last screening started for the link. */
  screeningShortId?: string;
};

export function loadState(dataDir: string): DemoState {
  const file = fileIn(dataDir);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DemoState;
  return makeState(dataDir);
}

/** A demo from scratch, which owes nothing to an earlier one that may be in the database still. */
export function makeState(dataDir: string): DemoState {
  const state: DemoState = {
    email: `demo-${randomBytes(3).toString('hex')}@lockstep.test`,
    password: randomBytes(12).toString('base64url'),
    videoId: uuidv7(),
    commentIds: COMMENTS.map(() => uuidv7()),
    isComplete: false,
  };
  saveState(dataDir, state);
  return state;
}

export function saveState(dataDir: string, state: DemoState): void {
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

const fileIn = (dataDir: string): string => join(dataDir, 'demo.json');
