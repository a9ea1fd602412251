import '#client/player/lockstep-player.ts';

/** What comes with the player and is of no use without it: fetched with it, beside the page's own script. */
export { followPicture } from './follow-picture.ts';
export { PictureLayer } from './picture-layer.tsx';
export { linkPlayer } from './player-link.ts';
export { ReactionBar } from './reactions/reaction-bar.tsx';
export { StageNotices } from './screening/stage-notices.tsx';
