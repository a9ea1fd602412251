import { useSignal } from '@preact/signals';
import type { ChapterDesk } from './chapter-desk.ts';
import { StaleNotice } from '../../stale-notice.tsx';
import { parseChapterText, writeChapterText } from './chapter-text.ts';
import { isBehind, listBefore, shownText, type TypedText } from './typed-text.ts';

/** The same chapters as lines: to be pasted, and to be written in one go. */
export function ChapterTextEditor({ desk }: { desk: ChapterDesk }) {
  /** What is being written; null while the chapters speak for themselves. */
  const typed = useSignal<TypedText | null>(null);
  const list = writeChapterText(desk.edit.draft.value.chapters);
  const text = shownText(typed.value, list);
  const { faults } = parseChapterText(text, desk.rate);
  const present = () => writeChapterText(desk.edit.draft.peek().chapters);
  const take = (value: string) => {
    const read = parseChapterText(value, desk.rate);
    // With a line that cannot be read, a chapter would be gone.
    const isTaken = read.faults.length === 0;
    if (isTaken) desk.put(read);
    typed.value = { text: value, of: present(), isTaken };
  };
  const write = (value: string) => {
    const before = listBefore(typed.peek(), list, present());
    // Nor over what came from elsewhere.
    if (before === present()) take(value);
    else typed.value = { text: value, of: before, isTaken: false };
  };
  return (
    <div class="stack">
      <div class="field">
        <label for="chapter-text">Chapters, one a line</label>
        <textarea
          id="chapter-text"
          class="input chapter-text figures"
          rows={12}
          spellcheck
          placeholder={'0:00 Intro\n1:23 The meadow'}
          value={text}
          aria-describedby={faults.length > 0 ? 'chapter-text-faults' : 'chapter-text-hint'}
          aria-invalid={faults.length > 0}
          onInput={(event) => write(event.currentTarget.value)}
          onBlur={() => {
            if (typed.peek()?.isTaken) typed.value = null;
          }}
        />
        <p id="chapter-text-hint" class="small muted">
          A time, then a title. Bullets, brackets and Markdown are taken off.
        </p>
      </div>
      {isBehind(typed.value, list) && (
        <StaleNotice
          what="The list of chapters"
          takeTheirs={() => (typed.value = null)}
          saveMine={() => take(text)}
        />
      )}
      {faults.length > 0 && (
        <div id="chapter-text-faults" class="notice bad" role="alert">
          <p>Not taken over yet; what you wrote stays here.</p>
          <ul>
            {faults.map(({ line, reason }) => (
              <li key={line}>
                Line {line}: {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
