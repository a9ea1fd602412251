import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type { Video } from './details/video-edit.ts';

/** The picture beside what is edited; why there is none, where there is none. */
export function StudioPlayer({
  video,
  onPlayer,
}: {
  video: Video;
  onPlayer: (player: LockstepPlayer | null) => void;
}) {
  const element = useRef<LockstepPlayer>(null);
  const isMissing = useSignal(false);
  useEffect(() => {
    let isGone = false;
    import('#client/player/lockstep-player.ts').then(
      () => !isGone && onPlayer(element.current),
      () => (isMissing.value = true),
    );
    return () => {
      isGone = true;
      onPlayer(null);
    };
  }, [video.id]);
  if (!video.hlsUrl) return <NothingToPlay video={video} />;
  if (isMissing.value)
    return (
      <p class="notice bad" role="alert">
        The player could not be fetched. What you write is saved all the same; reload the page to see the
        video.
      </p>
    );
  return (
    <div class="studio-stage">
      <lockstep-player
        ref={element}
        src={video.hlsUrl}
        preload="view"
        poster={video.thumbnailUrl ?? undefined}
        duration={video.durationSeconds ?? undefined}
        fps-num={video.frameRate?.num}
        fps-den={video.frameRate?.den}
      />
    </div>
  );
}

function NothingToPlay({ video }: { video: Video }) {
  if (video.processingStatus === 'error')
    return (
      <p class="notice bad">
        This video cannot be played. {video.processingError ?? 'The file could not be read.'} The file is
        kept.
      </p>
    );
  return (
    <p class="notice">
      There is no picture yet: the file is not here.{' '}
      <a href={`/studio/upload?for=${video.shortId}`}>Upload it, or go on with its upload.</a>
    </p>
  );
}
