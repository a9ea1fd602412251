import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '#client/ui/app-icon.tsx';
import { nudged, type DraftChapter } from './chapter.ts';
import type { ChapterDesk } from './chapter-desk.ts';
import { parseMoment, writeMoment } from './moment.ts';

/** Each chapter a row: its moment, its title, and what can be done with it. */
export function ChapterList({ desk }: { desk: ChapterDesk }) {
  const { chapters } = desk.edit.draft.value;
  if (chapters.length === 0)
    return (
      <p class="muted">
        There are no chapters yet. Play to where one begins and press <kbd>a</kbd>, or paste a list under
        Text.
      </p>
    );
  return (
    <ol class="chapter-rows">
      {chapters.map((chapter) => (
        <ChapterRow key={chapter.id} desk={desk} chapter={chapter} />
      ))}
    </ol>
  );
}

function ChapterRow({ desk, chapter }: { desk: ChapterDesk; chapter: DraftChapter }) {
  const { id, title, startSeconds } = chapter;
  const name = title || 'chapter without a title';
  const titleInput = useRef<HTMLInputElement>(null);
  const faults = desk.faults.value.filter((fault) => fault.id === id);
  const faultId = `chapter-fault-${id}`;
  const nudge = (frames: number) => {
    const moment = nudged(startSeconds, frames, desk.rate);
    desk.change(id, { startSeconds: moment });
    desk.player.peek()?.seekTo(moment);
  };
  // At once: what is typed next is its title.
  useLayoutEffect(() => {
    if (desk.fresh.peek() !== id) return;
    desk.fresh.value = null;
    titleInput.current?.focus();
  }, []);
  return (
    <li class="chapter-row">
      <div class="chapter-fields">
        <TimeField desk={desk} chapter={chapter} describedBy={faults.length > 0 ? faultId : undefined} />
        <span class="nudges">
          <button
            type="button"
            class="button plain icon-only"
            aria-label={`One frame earlier: ${name}`}
            onClick={() => nudge(-1)}
          >
            −
          </button>
          <button
            type="button"
            class="button plain icon-only"
            aria-label={`One frame later: ${name}`}
            onClick={() => nudge(1)}
          >
            +
          </button>
        </span>
        <input
          ref={titleInput}
          class="input"
          aria-label="Title"
          placeholder="Title"
          autocomplete="off"
          maxLength={255}
          value={title}
          aria-invalid={title.trim() === ''}
          onInput={(event) => desk.change(id, { title: event.currentTarget.value })}
        />
        <button
          type="button"
          class="button plain"
          aria-label={`Go to: ${name}`}
          onClick={() => desk.player.peek()?.seekTo(startSeconds)}
        >
          Go to
        </button>
        <button
          type="button"
          class="button plain danger icon-only"
          aria-label={`Delete: ${name}`}
          onClick={() => desk.remove(id)}
        >
          <Icon name="trash" />
        </button>
      </div>
      {faults.length > 0 && (
        <ul id={faultId} class="small chapter-faults">
          {faults.map(({ reason, isWarning }) => (
            <li key={reason} data-warning={isWarning}>
              <Icon name="warning" />
              {reason}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What is typed is taken when one leaves the field or presses Enter: in between it is no moment yet. */
function TimeField({
  desk,
  chapter: { id, startSeconds, title },
  describedBy,
}: {
  desk: ChapterDesk;
  chapter: DraftChapter;
  describedBy: string | undefined;
}) {
  const typed = useSignal<string | null>(null);
  const isWrong = typed.value !== null && parseMoment(typed.value, desk.rate) === undefined;
  const take = () => {
    const moment = typed.value === null ? undefined : parseMoment(typed.value, desk.rate);
    if (moment === undefined) return;
    typed.value = null;
    desk.change(id, { startSeconds: moment });
  };
  return (
    <>
      <input
        class="input time-field figures"
        aria-label={`Start: ${title || 'chapter without a title'}`}
        autocomplete="off"
        value={typed.value ?? writeMoment(startSeconds)}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `time-fault-${id}` : describedBy}
        onInput={(event) => (typed.value = event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') typed.value = null;
        }}
      />
      {isWrong && (
        <span id={`time-fault-${id}`} class="small bad-text time-fault">
          A time is 90, 1:30 or 00:01:30:12.
        </span>
      )}
    </>
  );
}
