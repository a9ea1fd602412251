import { keptChoice } from '../../shell/kept-choice.ts';
import type { Fields } from './merge-edits.ts';

/** What was changed and could not be sent yet, kept in this browser until it can. */
export interface KeptDraft<Edited extends Fields> {
  /** What the changes were made to. */
  base: Edited;
  draft: Edited;
}

export interface DraftKeeper<Edited extends Fields> {
  read(): KeptDraft<Edited> | null;
  keep(draft: KeptDraft<Edited>): void;
  clear(): void;
}

/**
 * Kept for one person: whoever signs in after them in this browser must not send it in their own name. `isWhole` says whether what is read back is what is edited today: an older page may have kept it.
 */
export function createDraftKeeper<Edited extends Fields>(
  { userId, name }: { userId: string; name: string },
  isWhole: (fields: unknown) => fields is Edited,
): DraftKeeper<Edited> {
  const kept = keptChoice(`draft:${userId}:${name}`);
  return {
    read() {
      try {
        const read: unknown = JSON.parse(kept.read() ?? 'null');
        if (typeof read !== 'object' || read === null) return null;
        const [base, draft]: unknown[] = [Reflect.get(read, 'base'), Reflect.get(read, 'draft')];
        return isWhole(base) && isWhole(draft) ? { base, draft } : null;
      } catch {
        return null;
      }
    },
    keep: (draft) => kept.keep(JSON.stringify(draft)),
    clear: () => kept.keep('null'),
  };
}
