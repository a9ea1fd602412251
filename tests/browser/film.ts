import { fileURLToPath } from 'node:url';

/** 60 s, 30 frames a second, small: see README.md. */
export const FILM = fileURLToPath(new URL('film.mp4', import.meta.url));
export const FILM_FPS = 30;
