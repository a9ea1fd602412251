import { signal } from '@preact/signals';
import { toldOf } from '#client/ui/told.ts';
import { RequestFailed } from '../../request.ts';
import type { DraftKeeper } from './draft-boundary.ts';
import type { SaveState } from './save-state.ts';
import { changesIn, hasChanges, mergeEdits, type Fields } from './merge-edits.ts';

/** What is edited, as the server has it. */
export interface Version<Edited extends Fields> {
  fields: Edited;
  etag: string;
  /** When it was last changed, and by whom; null where nobody can say. */
  changedAt: string | null;
  changedBy: string | null;
}

export interface Conflict<Edited extends Fields> {
  theirs: Version<Edited>;
  names: (keyof Edited & string)[];
}

export interface AutosaveMeans<Edited extends Fields> {
  first: Version<Edited>;
  load(): Promise<Version<Edited>>;
  /** Sends what is changed, of the version with this tag; throws STALE where it is not the newest. */
  save(changes: Partial<Edited>, etag: string): Promise<Version<Edited>>;
  /** Who the other was, asked once there is a conflict; null where nobody can say. */
  askWho?(): Promise<Pick<Version<Edited>, 'changedAt' | 'changedBy'> | null>;
  /** What is wrong with a draft, in words. */
  faultOf?(draft: Edited): string | undefined;
  keeper: DraftKeeper<Edited>;
  nowMs(): number;
  /** After the last key; 0 in tests. */
  waitMs?: number;
}

const WAIT_MS = 800;
/** The browser does not know of every cut: asked again by and by. */
const ASK_AGAIN_MS = 15_000;

/** Something edited that saves itself: never two at once, never over what somebody else has written. */
export class Autosave<Edited extends Fields> {
  readonly draft;
  readonly status = signal<SaveState>({ stage: 'saved', atMs: null });
  readonly conflict = signal<Conflict<Edited> | null>(null);
  readonly #means: AutosaveMeans<Edited>;
  #base: Version<Edited>;
  /** What my changes were made to, until a conflict is decided: it has to be asked again after a reload. */
  #undecided: Edited | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isSaving = false;
  #savedMs: number | null = null;
  readonly #online = () => void this.flush();

  constructor(means: AutosaveMeans<Edited>) {
    this.#means = means;
    const kept = means.keeper.read();
    this.#base = kept ? { ...means.first, fields: kept.base } : means.first;
    this.draft = signal<Edited>(kept ? kept.draft : means.first.fields);
    if (kept) this.#meet(means.first);
    globalThis.addEventListener?.('online', this.#online);
  }

  change(part: Partial<Edited>): void {
    this.draft.value = { ...this.draft.peek(), ...part };
    this.#settle();
  }

  /** Sends what is waiting, now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const mayGo = !this.#isSaving && !this.conflict.peek() && this.#fault() === undefined;
    if (!mayGo || !hasChanges(this.#base.fields, this.draft.peek())) return;
    this.#isSaving = true;
    this.status.value = { stage: 'saving' };
    try {
      await this.#send();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#isSaving = false;
    }
  }

  keepMine(): Promise<void> {
    this.#decided();
    return this.flush();
  }

  takeTheirs(): void {
    const { theirs, names } = this.conflict.peek() ?? { theirs: this.#base, names: [] };
    const taken = Object.fromEntries(names.map((name) => [name, theirs.fields[name]]));
    this.draft.value = { ...this.draft.peek(), ...taken };
    this.#decided();
  }

  /** Looks what others have done meanwhile, and takes it in. */
  async look(): Promise<void> {
    if (this.#isSaving || this.conflict.peek()) return;
    const theirs = await this.#means.load().catch(() => undefined);
    if (theirs && theirs.etag !== this.#base.etag && !this.#isSaving) this.#meet(theirs);
  }

  stop(): void {
    globalThis.removeEventListener?.('online', this.#online);
    void this.flush();
  }

  #fault = (): string | undefined => this.#means.faultOf?.(this.draft.peek());

  #decided(): void {
    this.conflict.value = null;
    this.#undecided = null;
    this.#settle();
  }

  async #send(): Promise<void> {
    const sent = this.draft.peek();
    try {
      const now = await this.#means.save(changesIn(this.#base.fields, sent), this.#base.etag);
      // What was typed while it was on its way stays, as a change of what came back.
      this.draft.value = mergeEdits(sent, this.draft.peek(), now.fields).draft;
      this.#base = now;
      this.#savedMs = this.#means.nowMs();
      this.#settle();
    } catch (error) {
      if (!(error instanceof RequestFailed && error.code === 'STALE')) throw error;
      this.#meet(await this.#means.load());
    }
  }

  /** What others have made of it comes in; what both changed is asked about. */
  #meet(theirs: Version<Edited>): void {
    const before = this.#undecided ?? this.#base.fields;
    const { draft, conflicts } = mergeEdits(before, this.draft.peek(), theirs.fields);
    this.draft.value = draft;
    this.#base = theirs;
    this.#undecided = conflicts.length > 0 ? before : null;
    this.conflict.value = conflicts.length > 0 ? { theirs, names: conflicts } : null;
    this.#settle();
    if (conflicts.length > 0) void this.#nameThem(theirs);
  }

  async #nameThem(theirs: Version<Edited>): Promise<void> {
    const who = await this.#means.askWho?.().catch(() => null);
    const conflict = this.conflict.peek();
    if (who && conflict?.theirs === theirs)
      this.conflict.value = { ...conflict, theirs: { ...theirs, ...who } };
  }

  #settle(): void {
    clearTimeout(this.#timer);
    const { keeper } = this.#means;
    if (!hasChanges(this.#base.fields, this.draft.peek())) {
      keeper.clear();
      this.conflict.value = this.#undecided = null;
      this.status.value = { stage: 'saved', atMs: this.#savedMs };
      return;
    }
    keeper.keep({ base: this.#undecided ?? this.#base.fields, draft: this.draft.peek() });
    const fault = this.#fault();
    if (fault !== undefined) this.status.value = { stage: 'held', fault };
    else if (this.conflict.peek()) this.status.value = { stage: 'conflict' };
    else {
      this.status.value = { stage: 'unsaved' };
      this.#timer = setTimeout(() => void this.flush(), this.#means.waitMs ?? WAIT_MS);
    }
  }

  #fail(error: unknown): void {
    const isCut = error instanceof RequestFailed && error.code === 'UNAVAILABLE';
    this.status.value = isCut ? { stage: 'offline' } : { stage: 'failed', error: toldOf(error) };
    if (isCut) this.#timer = setTimeout(() => void this.flush(), ASK_AGAIN_MS);
  }
}
