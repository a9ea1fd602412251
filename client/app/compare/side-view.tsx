import '#client/player/lockstep-player.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { useEffect, useRef } from 'preact/hooks';
import type { Video } from './compare.ts';
import type { Side } from './compare-state.ts';

/** One of the two pictures; hatched where it has no frame for this moment. */
export function SideView(props: {
  side: Side;
  video: Video;
  isMissing: boolean;
  isHeard: boolean;
  /** What is seen of it where it lies over the other, in hundredths from the left. */
  wipe: number | null;
  onPlayer: (player: LockstepPlayer) => void;
}) {
  const { side, video, isMissing, isHeard, wipe, onPlayer } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const player = document.createElement('lockstep-player') as LockstepPlayer;
    // Without controls and keys of its own: the page has one set for both.
    for (const name of ['bare', 'nokeys']) player.toggleAttribute(name, true);
    player.setAttribute('preload', 'view');
    player.src = video.hlsUrl;
    player.poster = video.thumbnailUrl;
    player.videoTitle = `${side.toUpperCase()}: ${video.title}`;
    if (video.durationSeconds !== null) player.setAttribute('duration', String(video.durationSeconds));
    if (video.frameRate) {
      player.setAttribute('fps-num', String(video.frameRate.num));
      player.setAttribute('fps-den', String(video.frameRate.den));
    }
    place.current?.prepend(player);
    // Two regions of one page are told apart by their names.
    const region = player.shadowRoot?.querySelector('media-controller');
    region?.setAttribute('aria-label', `Player ${side.toUpperCase()}`);
    onPlayer(player);
    return () => player.remove();
  }, [video.id]);
  return (
    <div
      class="compare-side"
      data-side={side}
      data-missing={isMissing}
      ref={place}
      style={wipe === null ? undefined : { clipPath: `inset(0 0 0 ${wipe}%)` }}
    >
      {isMissing && <p class="compare-missing">No frame here</p>}
      <p class="compare-label small" data-heard={isHeard}>
        <strong>{side.toUpperCase()}</strong> v{video.version.number}
        <span class="compare-title"> · {video.title}</span>
        {isHeard && <span class="visually-hidden">, this side is heard</span>}
      </p>
    </div>
  );
}
