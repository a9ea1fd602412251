import path from 'node:path';
import { projectRoot } from '#worker/local/project-root.ts';

/** 60 s, 30 frames a second, small: see README.md. */
export const FILM = path.join(projectRoot, 'client/public/sample.mp4');
export const FILM_FPS = 30;
