import type { Watch } from '../watch.ts';

export const screeningPath = (shortId: string): string => `/s/${shortId}`;
export const videoPath = (watch: Watch): string => `/v/${watch.boot.video.shortId}`;

/** Shows where the viewer is in the address bar, so that reloading or sending it lands in the same place. */
export function showAddress(path: string): void {
  if (location.pathname !== path) history.pushState(null, '', path);
}

/** The screening an address names, if it is one. */
export const shortIdIn = (path: string): string | undefined => /^\/s\/([A-Za-z0-9_-]{11})$/.exec(path)?.[1];
