import type { HTMLAttributes as PlainAttributes } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { useWatch } from './watch.ts';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'lockstep-player': PlainAttributes<LockstepPlayer> & {
        src?: string | undefined;
        poster?: string | undefined;
        storyboard?: string | undefined;
        'video-title'?: string | undefined;
        preload?: 'view' | undefined;
        duration?: number | undefined;
        'fps-num'?: number | undefined;
        'fps-den'?: number | undefined;
      };
    }
  }
}

/** Asked for beside the page's own script, which is drawn without waiting for it. */
const stageCode = import('./on-stage.ts').catch(() => null);
type StageCode = Awaited<typeof stageCode>;

/** The picture, or why there is none yet. */
export function PlayerStage() {
  const watch = useWatch();
  const { video } = watch.boot;
  const element = useRef<LockstepPlayer>(null);
  const code = useSignal<StageCode | undefined>(undefined);
  useEffect(() => {
    const player = element.current;
    if (!player) return undefined;
    const stops: (() => void)[] = [() => (watch.player.value = null)];
    const stop = () => {
      for (const each of stops.splice(0).toReversed()) each();
    };
    let isGone = false;
    const begin = async () => {
      const fetched = await stageCode;
      if (isGone) return;
      if (fetched)
        watch.picture.value ??= fetched.createPicture(watch.room, watch.boot.video.id, watch.writing);
      code.value = fetched;
      if (!fetched) return;
      watch.player.value = player;
      stops.push(
        fetched.linkPlayer(watch, player),
        fetched.followPicture(watch),
        fetched.followPlayback(watch),
      );
    };
    void begin();
    return () => {
      isGone = true;
      stop();
    };
  }, [watch]);

  if (!video.hlsUrl) return <NothingToPlay />;
  return (
    <div class="stage">
      {code.value === undefined && video.thumbnailUrl && <img src={video.thumbnailUrl} alt="" />}
      {code.value === null && <NoPlayer />}
      <lockstep-player
        ref={element}
        src={video.hlsUrl}
        poster={video.thumbnailUrl ?? undefined}
        storyboard={video.storyboardUrl ?? undefined}
        video-title={video.title}
        preload="view"
        duration={video.durationSeconds ?? undefined}
        fps-num={video.frameRate?.num}
        fps-den={video.frameRate?.den}
      >
        {code.value && (
          <>
            <code.value.PictureLayer />
            <code.value.StageNotices />
          </>
        )}
      </lockstep-player>
    </div>
  );
}

const NoPlayer = () => (
  <div class="stage-empty" role="alert">
    <p>The player could not be fetched. Comments work without it.</p>
    <p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Reload the page
      </button>
    </p>
  </div>
);

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
