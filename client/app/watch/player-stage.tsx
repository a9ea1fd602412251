import type { HTMLAttributes as PlainAttributes } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import '#client/player/lockstep-player.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { followPicture } from './follow-picture.ts';
import { PictureLayer } from './picture-layer.tsx';
import { linkPlayer } from './player-link.ts';
import { StageNotices } from './screening/stage-notices.tsx';
import { useWatch } from './watch.ts';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'lockstep-player': PlainAttributes<LockstepPlayer> & {
        src?: string | undefined;
        poster?: string | undefined;
        duration?: number | undefined;
        'fps-num'?: number | undefined;
        'fps-den'?: number | undefined;
      };
    }
  }
}

/** The picture, or why there is none yet. */
export function PlayerStage() {
  const watch = useWatch();
  const { video } = watch.boot;
  const element = useRef<LockstepPlayer>(null);
  useEffect(() => {
    const player = element.current;
    if (!player) return undefined;
    watch.player.value = player;
    const unlink = linkPlayer(watch, player);
    const unfollow = followPicture(watch);
    return () => {
      unfollow();
      unlink();
      watch.player.value = null;
    };
  }, [watch]);

  if (!video.hlsUrl) return <NothingToPlay />;
  return (
    <div class="stage">
      <lockstep-player
        ref={element}
        src={video.hlsUrl}
        poster={video.thumbnailUrl ?? undefined}
        duration={video.durationSeconds ?? undefined}
        fps-num={video.frameRate?.num}
        fps-den={video.frameRate?.den}
      >
        <PictureLayer />
        <StageNotices />
      </lockstep-player>
    </div>
  );
}

function NothingToPlay() {
  const { processingStatus, processingError } = useWatch().boot.video;
  const hasFailed = processingStatus === 'error';
  return (
    <div class="stage stage-empty">
      <p>{hasFailed ? 'This video cannot be played.' : 'This video is still being prepared.'}</p>
      <p class="muted small">
        {hasFailed ? (processingError ?? 'The file could not be read.') : 'Reload the page in a moment.'}
      </p>
    </div>
  );
}
