// Here it is wanted at once: found in place when the element asks for it.
import '#client/player/public-video.ts';

/** `/player.js`: gives pages of any origin `<lockstep-player video="…">`, the very element the product's own pages use. */
export { LockstepPlayer } from '#client/player/lockstep-player.ts';
