import '#client/player/lockstep-player.ts';

/** What comes with the player and is of no use without it: fetched with it, beside the page's own script. */
export { followPlayback } from './follow-playback.ts';
export { followPicture } from './follow-picture.ts';
export { createPicture } from './picture.ts';
export { PictureLayer } from './picture-layer.tsx';
export { linkPlayer } from './player-link.ts';
export { LoopNotice } from './comments/loop-notice.tsx';
export { NamingNotice } from './mentions/naming-notice.tsx';
export { ResumeNotice } from './progress/resume-notice.tsx';
export { ReactionBar } from './reactions/reaction-bar.tsx';
export { StageNotices } from './screening/stage-notices.tsx';
