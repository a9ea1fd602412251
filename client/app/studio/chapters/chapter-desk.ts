import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { v7 as uuidv7 } from 'uuid';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type { Shell } from '../../shell/shell.ts';
import type { Video } from '../details/video-edit.ts';
import { addAt, asBefore, changeOne, sorted, type DraftChapter, type FrameRate } from './chapter.ts';
import { chapterFaults, type ChapterFault } from './chapter-rules.ts';
import type { ChapterAutosave } from './edit-chapters.ts';
import type { ReadText } from './chapter-text.ts';

/** What list, text, bar and player of the chapters' page share. */
export interface ChapterDesk {
  readonly video: Video;
  readonly durationSeconds: number;
  readonly rate: FrameRate | null;
  readonly edit: ChapterAutosave;
  readonly player: Signal<LockstepPlayer | null>;
  readonly faults: ReadonlySignal<readonly ChapterFault[]>;
  /** Whose title takes the focus once it is drawn. */
  readonly fresh: Signal<string | null>;
  add(startSeconds: number, title?: string): void;
  /** Several at once; the focus stays where it is. */
  addAll(several: readonly { startSeconds: number; title: string }[]): void;
  addAtPlayhead(): void;
  change(id: string, part: Partial<Omit<DraftChapter, 'id'>>): void;
  /** Gone, and for ten seconds to be had back. */
  remove(id: string): void;
  /** All at once, as a text says. */
  put(read: ReadText): void;
}

export function createChapterDesk(shell: Shell, video: Video, edit: ChapterAutosave): ChapterDesk {
  const durationSeconds = video.durationSeconds ?? 0;
  const player = signal<LockstepPlayer | null>(null);
  const fresh = signal<string | null>(null);
  const present = () => edit.draft.peek().chapters;
  const set = (chapters: DraftChapter[]) => edit.change({ chapters });
  const desk: ChapterDesk = {
    video,
    durationSeconds,
    rate: video.frameRate,
    edit,
    player,
    faults: computed(() => chapterFaults(edit.draft.value.chapters, durationSeconds)),
    fresh,
    add(startSeconds, title = '') {
      const id = uuidv7();
      fresh.value = id;
      set(addAt(present(), startSeconds, { id, title }));
    },
    addAll: (several) =>
      set(
        several.reduce<DraftChapter[]>(
          (all, { startSeconds, title }) => addAt(all, startSeconds, { id: uuidv7(), title }),
          present(),
        ),
      ),
    addAtPlayhead: () => desk.add(player.peek()?.positionSeconds ?? 0),
    change: (id, part) => set(changeOne(present(), id, part)),
    remove(id) {
      const gone = present().find((chapter) => chapter.id === id);
      if (!gone) return;
      set(present().filter((chapter) => chapter.id !== id));
      shell.toasts.tell(`Deleted: ${gone.title || 'a chapter without a title'}.`, {
        label: 'Undo',
        act: () => set(sorted([...present(), gone])),
      });
    },
    put: ({ chapters }) =>
      set(
        asBefore(
          present(),
          chapters.toSorted((one, other) => one.startSeconds - other.startSeconds),
          uuidv7,
        ),
      ),
  };
  return desk;
}
