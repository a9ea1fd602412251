import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Cue, LoadedCues } from './ask-captions.ts';

/** Answers the version they are from now on; `etag` null: in the place of whatever stands there. */
export type PutCues = (cues: readonly Cue[], etag: string | null) => Promise<string>;

/** The words of one language while they are rewritten. */
export interface LineDraft {
  readonly cues: ReadonlySignal<readonly Cue[]>;
  readonly isChanged: ReadonlySignal<boolean>;
  /** Of the version they were read of, or saved as. */
  readonly etag: string;
  write(index: number, text: string): void;
  /** A line without words goes. What is written meanwhile is still to be saved. */
  save(put: PutCues, etag: string | null): Promise<void>;
}

export interface LineDrafts {
  /** What was not saved before, or else what was read. */
  of(name: string, loaded: LoadedCues): LineDraft;
  drop(name: string): void;
}

/** What is being rewritten on this visit, so that closing the lines or leaving the page loses none of it. */
export function createLineDrafts(): LineDrafts {
  const drafts = new Map<string, LineDraft>();
  return {
    of(name, loaded) {
      const known = drafts.get(name);
      const draft = known?.isChanged.peek() ? known : createLineDraft(loaded);
      drafts.set(name, draft);
      return draft;
    },
    drop: (name) => void drafts.delete(name),
  };
}

function createLineDraft(loaded: LoadedCues): LineDraft {
  const cues = signal<readonly Cue[]>(loaded.cues);
  const saved = signal<readonly Cue[]>(loaded.cues);
  let { etag } = loaded;
  return {
    cues,
    isChanged: computed(() => cues.value !== saved.value),
    get etag() {
      return etag;
    },
    write(index, text) {
      cues.value = cues.peek().map((cue, at) => (at === index ? { ...cue, text } : cue));
    },
    async save(put, version) {
      const sent = cues.peek();
      etag = await put(
        sent.filter(({ text }) => text.trim() !== ''),
        version,
      );
      saved.value = sent;
    },
  };
}
