import path from 'node:path';

/** 60 s, 30 frames a second, small: see README.md. */
export const FILM = path.join(import.meta.dirname, 'film.mp4');
export const FILM_FPS = 30;
