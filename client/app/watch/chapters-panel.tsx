import { useComputed } from '@preact/signals';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { goTo, useWatch } from './watch.ts';

/** The video's outline; the chapter on show is marked. */
export function ChaptersPanel() {
  const watch = useWatch();
  const { chapters } = watch.boot;
  const current = useComputed(() => {
    const at = watch.time.value.positionSeconds;
    return chapters.findLast(({ startSeconds, endSeconds }) => at >= startSeconds && at < endSeconds)?.id;
  }).value;
  return (
    <ol class="panel-scroll chapters">
      {chapters.map((chapter) => (
        <li key={chapter.id}>
          <button
            type="button"
            class="chapter"
            aria-current={chapter.id === current ? 'true' : undefined}
            onClick={() => goTo(watch, chapter.startSeconds)}
          >
            <bdi class="chapter-time figures" aria-hidden="true">
              {formatTime(chapter.startSeconds)}
            </bdi>
            <span>{chapter.title}</span>
            <span class="visually-hidden">at {spokenTime(chapter.startSeconds)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
