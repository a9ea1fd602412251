import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '#client/ui/app-icon.tsx';
import { useShell } from '../../shell/shell.ts';
import type { ChapterDesk } from './chapter-desk.ts';
import type { Suggestion } from './look-for-scenes.ts';
import { writeMoment } from './moment.ts';

type Looking = { stage: 'idle' } | { stage: 'looking' } | { stage: 'told'; words: string };

/** Chapters suggested from scene changes: only on this page, until each is kept or let go. */
export function Suggestions({ desk }: { desk: ChapterDesk }) {
  const { announcer } = useShell();
  const state = useSignal<Looking>({ stage: 'idle' });
  const found = useSignal<readonly Suggestion[]>([]);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { storyboardUrl } = desk.video;
  if (storyboardUrl === null) return null;
  const tell = (words: string) => {
    state.value = { stage: 'told', words };
    announcer.say(words);
  };
  const look = async () => {
    if (state.peek().stage === 'looking') return;
    state.value = { stage: 'looking' };
    try {
      const { lookForScenes } = await import('./look-for-scenes.ts');
      const taken = desk.edit.draft.peek().chapters.map(({ startSeconds }) => startSeconds);
      found.value = await lookForScenes(storyboardUrl, { durationSeconds: desk.durationSeconds, taken });
      tell(foundWords(found.value.length, taken.length > 0));
    } catch {
      tell('The pictures along this video could not be looked at. Try again in a moment.');
    }
  };
  /** What goes takes no focus along: the next one has it, or the button that began. */
  const letGo = (gone: readonly Suggestion[]) => {
    const place = found.value.findIndex((each) => gone.includes(each));
    found.value = found.value.filter((each) => !gone.includes(each));
    state.value = { stage: 'idle' };
    requestAnimationFrame(() => {
      const keeps = list.current?.querySelectorAll<HTMLButtonElement>('[data-keep]') ?? [];
      (keeps[Math.min(place, keeps.length - 1)] ?? button.current)?.focus();
    });
  };
  const keep = (kept: readonly Suggestion[]) => {
    desk.addAll(kept);
    letGo(kept);
    announcer.say(kept.length === 1 ? 'Kept.' : `${kept.length} chapters kept.`);
  };
  return (
    <section class="stack" aria-label="Suggested chapters">
      <div class="row">
        <button
          ref={button}
          type="button"
          class="button"
          aria-disabled={state.value.stage === 'looking'}
          onClick={() => void look()}
        >
          {state.value.stage === 'looking' ? 'Looking at the pictures…' : 'Suggest chapters'}
        </button>
        {found.value.length > 1 && (
          <>
            <button type="button" class="button primary" onClick={() => keep(found.peek())}>
              Keep all {found.value.length}
            </button>
            <button type="button" class="button plain" onClick={() => letGo(found.peek())}>
              Dismiss all
            </button>
          </>
        )}
      </div>
      {state.value.stage === 'told' && <p class="small muted">{state.value.words}</p>}
      {found.value.length > 0 && (
        <ul ref={list} class="suggestions">
          {found.value.map((each) => (
            <SuggestionRow
              key={each.startSeconds}
              suggestion={each}
              seek={() => desk.player.peek()?.seekTo(each.startSeconds)}
              keep={() => keep([each])}
              dismiss={() => letGo([each])}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function SuggestionRow({
  suggestion: { startSeconds, title },
  seek,
  keep,
  dismiss,
}: {
  suggestion: Suggestion;
  seek: () => void;
  keep: () => void;
  dismiss: () => void;
}) {
  const name = `${title} at ${writeMoment(startSeconds)}`;
  return (
    <li class="suggestion">
      <button type="button" class="timecode" aria-label={`Go to: ${name}`} onClick={seek}>
        <bdi>{writeMoment(startSeconds)}</bdi>
      </button>
      <span class="suggestion-title">
        {title} <span class="small muted">suggested</span>
      </span>
      <button type="button" class="button" data-keep aria-label={`Keep: ${name}`} onClick={keep}>
        Keep
      </button>
      <button type="button" class="button plain icon-only" aria-label={`Dismiss: ${name}`} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </li>
  );
}

function foundWords(count: number, hasChapters: boolean): string {
  if (count === 0)
    return `No scene changes stand out${hasChapters ? ' that are not chapters already' : ' in this video'}.`;
  const many = count === 1 ? '1 chapter is' : `${count} chapters are`;
  return `${many} suggested where the picture changes most. Nothing is saved until you keep it; give it its name then.`;
}
