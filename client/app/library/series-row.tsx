import { useSignal, type Signal } from '@preact/signals';
import { Icon } from '#client/ui/app-icon.tsx';
import type { Video } from './pages.ts';
import { VideoPicture } from './video-picture.tsx';
import { VideoSharing, VideoStatus } from './video-status.tsx';

interface Props {
  video: Video;
  index: number;
  count: number;
  isManaged: boolean;
  /** Which one is being dragged, by its place. */
  dragged: Signal<number | null>;
  onMove: (to: number) => void;
  onDrop: (from: number) => void;
  onTakeOut: () => void;
}

/** One video of a series, and its ways up, down and out. */
export function SeriesRow({ video, index, count, isManaged, dragged, onMove, onDrop, onTakeOut }: Props) {
  const isOver = useSignal(false);
  const mayDrop = () => dragged.peek() !== null && dragged.peek() !== index;
  const dropping = isManaged && {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      dragged.value = index;
      if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    },
    onDragEnd: () => (dragged.value = null),
    onDragOver: (event: DragEvent) => {
      if (!mayDrop()) return;
      event.preventDefault();
      isOver.value = true;
    },
    onDragLeave: () => (isOver.value = false),
    onDrop: (event: DragEvent) => {
      isOver.value = false;
      const from = dragged.peek();
      if (from === null) return;
      event.preventDefault();
      onDrop(from);
    },
  };
  return (
    <li
      class="series-row"
      data-video={video.id}
      data-over={isOver.value && (dragged.value ?? 0) > index ? 'above' : isOver.value ? 'below' : undefined}
      {...(dropping || {})}
    >
      {isManaged && (
        <span class="grip" aria-hidden="true">
          <Icon name="grip" />
        </span>
      )}
      <span class="muted figures series-number">{index + 1}</span>
      <VideoPicture video={video} />
      <div class="video-words">
        <h2 class="video-title">
          <a href={`/v/${video.shortId}`} draggable={false}>
            {video.title}
          </a>
        </h2>
        <div class="video-facts small muted">
          <VideoStatus video={video} />
          <VideoSharing visibility={video.visibility} />
        </div>
      </div>
      {isManaged && <Moves {...{ video, index, count, onMove, onTakeOut }} />}
    </li>
  );
}

/** The buttons stay where they are pressed; at an end they say so instead of losing the focus. */
function Moves({
  video: { title },
  index,
  count,
  onMove,
  onTakeOut,
}: Pick<Props, 'video' | 'index' | 'count' | 'onMove' | 'onTakeOut'>) {
  return (
    <div class="row series-moves">
      <button
        type="button"
        class="button plain icon-only"
        aria-label={`Move up: ${title}`}
        aria-disabled={index === 0}
        onClick={() => onMove(index - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="button plain icon-only"
        aria-label={`Move down: ${title}`}
        aria-disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        class="button plain icon-only"
        aria-label={`Take out of the series: ${title}`}
        onClick={onTakeOut}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
