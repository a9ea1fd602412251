import { CopyButton } from '#client/ui/copy-button.tsx';
import { saveFile } from '#client/ui/save-file.ts';
import type { ChapterDesk } from './chapter-desk.ts';
import { CHAPTER_FILES } from './chapter-files.ts';

/** The chapters for other programs. */
export function ChapterExport({ desk }: { desk: ChapterDesk }) {
  const { chapters } = desk.edit.draft.value;
  if (chapters.length === 0) return null;
  const { title } = desk.video;
  const about = { title, durationSeconds: desk.durationSeconds };
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'chapters';
  return (
    <details class="small">
      <summary>Export</summary>
      <ul class="export-rows">
        {CHAPTER_FILES.map(({ label, ending, type, write }) => (
          <li key={label} class="row">
            <span class="export-label">{label}</span>
            <button
              type="button"
              class="button"
              aria-label={`Save: ${label}`}
              onClick={() => saveFile(`${name}.${ending}`, type, write(chapters, about))}
            >
              Save
            </button>
            <CopyButton text={write(chapters, about)} what={label} />
          </li>
        ))}
      </ul>
    </details>
  );
}
