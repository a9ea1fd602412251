import type { EmbedBoot } from './boot.ts';

/** Written by worker/pages/embed of the same deployment: trusted as it is. */
export const readBoot = (): EmbedBoot =>
  JSON.parse(document.getElementById('boot')?.textContent ?? '') as EmbedBoot;
