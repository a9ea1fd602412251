import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import type { Told } from '#client/ui/told.ts';
import { toldOf } from '#client/ui/told.ts';
import { RequestFailed } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { counted, type Video } from './pages.ts';
import { movedTo } from './series-order.ts';
import { SeriesRow } from './series-row.tsx';
import { orderSeries } from './series-videos.ts';

interface Props {
  seriesId: string;
  videos: readonly Video[];
  etag: string | null;
  isManaged: boolean;
  onChange: (videos: readonly Video[], etag: string | null) => void;
  /** Somebody else has changed it: what is true now is loaded. */
  onStale: () => Promise<void>;
}

/** The videos of a series in their order; moved by buttons or by dragging, and saved with each move. */
export function SeriesRows(props: Props) {
  const { videos, isManaged } = props;
  const { failure, isBusy, put } = useOrder(props);
  const { announcer, toasts } = useShell();
  const list = useRef<HTMLOListElement>(null);
  const dragged = useSignal<number | null>(null);
  const move = async (from: number, to: number) => {
    if (to < 0 || to >= videos.length || to === from) return;
    await put(movedTo(videos, from, to));
    announcer.say(`${videos[from]?.title ?? ''} is number ${to + 1} of ${videos.length}`);
  };
  const takeOut = async (at: number) => {
    const before = videos;
    const isOut = await put(videos.filter((_, index) => index !== at));
    if (!isOut) return;
    list.current?.querySelector<HTMLElement>('a')?.focus();
    toasts.tell(`${before[at]?.title ?? ''} is out of the series.`, {
      label: 'Undo',
      act: () => void put(before),
    });
  };
  return (
    <div class="stack">
      {failure.value && <Failure error={failure.value} />}
      <p class="small muted">{counted(videos.length)}</p>
      <ol ref={list} class="series-rows" aria-busy={isBusy.value}>
        {videos.map((video, index) => (
          <SeriesRow
            key={video.id}
            video={video}
            index={index}
            count={videos.length}
            isManaged={isManaged}
            dragged={dragged}
            onMove={(to) => void move(index, to)}
            onDrop={(from) => void move(from, index)}
            onTakeOut={() => void takeOut(index)}
          />
        ))}
      </ol>
    </div>
  );
}

/**
 * Shows an order at once and saves it; of several presses in a row the last order is saved behind the first. What is
 * refused is taken back, with the reason.
 */
function useOrder({ seriesId, videos, etag, onChange, onStale }: Props) {
  const failure = useSignal<Told | null>(null);
  const isBusy = useSignal(false);
  /** What the server has: an Undo is pressed long after what it undoes was drawn. */
  const saved = useRef({ videos, etag });
  const wanted = useRef<readonly Video[] | null>(null);
  if (!isBusy.peek()) saved.current = { videos, etag };
  const saveAll = async () => {
    for (let order = wanted.current; order !== null; order = wanted.current) {
      wanted.current = null;
      const ids = order.map(({ id }) => id);
      const answer = await orderSeries(seriesId, ids, saved.current.etag);
      saved.current = { videos: order, etag: answer.etag };
    }
  };
  const put = async (next: readonly Video[]): Promise<boolean> => {
    wanted.current = next;
    onChange(next, saved.current.etag);
    if (isBusy.peek()) return true;
    isBusy.value = true;
    failure.value = null;
    try {
      await saveAll();
      return true;
    } catch (error) {
      wanted.current = null;
      const isStale = error instanceof RequestFailed && error.code === 'STALE';
      failure.value = isStale ? CHANGED_MEANWHILE : toldOf(error);
      if (isStale) await onStale();
      return false;
    } finally {
      isBusy.value = false;
      if (failure.peek() !== CHANGED_MEANWHILE) onChange(saved.current.videos, saved.current.etag);
    }
  };
  return { failure, isBusy, put };
}

const CHANGED_MEANWHILE: Told = {
  message: 'Somebody changed this series meanwhile. This is its order now; move it again.',
};
