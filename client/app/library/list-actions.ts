import type { Browse } from './browse.ts';
import { changeMany, type BulkChange } from './change-many.ts';
import type { Outcome } from './outcomes.ts';
import { keepFocus } from './keep-focus.ts';
import { counted } from './pages.ts';

/** "moved", "tagged": how it is told when done, and when not. */
export interface Telling {
  doing: string;
  done: string;
}

/** What became of it, said at the foot of the page; those left out stay chosen and are told with their reasons. */
export function tellOutcome(
  { shell, selection, entries, refusal }: Browse,
  outcomes: readonly Outcome[],
  { done }: Telling,
  undo?: (ids: string[]) => void,
): string[] {
  const ids = outcomes.filter(({ isDone }) => isDone).map(({ id }) => id);
  const refused = outcomes.filter(({ isDone }) => !isDone);
  const titles = new Map(entries.peek().map(({ video }) => [video.id, video.title]));
  refusal.value =
    refused.length > 0
      ? {
          sentence: `${counted(refused.length)} of ${outcomes.length} not ${done}.`,
          outcomes: refused,
          titles,
        }
      : null;
  if (ids.length > 0) {
    const action = undo && { label: 'Undo', act: () => undo(ids) };
    shell.toasts.tell(`${counted(ids.length)} ${done}.`, action);
  }
  selection.replace(refused.map(({ id }) => id));
  return ids;
}

/** Tags, sharing, a channel: what is shown afterwards is asked for again. */
export async function change(
  browse: Browse,
  ids: readonly string[],
  what: BulkChange,
  telling: Telling,
): Promise<void> {
  const outcomes = await changeMany(browse.shell, `${telling.doing} ${counted(ids.length)}`, ids, what);
  const changed = tellOutcome(browse, outcomes, telling);
  keepFocus(ids, []);
  if (changed.length > 0) await browse.list.refresh();
}

/** Into the trash, out of sight; for a while it is one press to have them back. */
export function moveToTrash(browse: Browse, ids: readonly string[]): Promise<void> {
  const telling = { doing: 'Deleting', done: 'moved to the trash' };
  const back = { doing: 'Bringing back', done: 'brought back' };
  return takeAway(browse, ids, { kind: 'delete' }, telling, { kind: 'restore' }, back);
}

/** Into the archive: gone from lists that leave it out, in its place in those that do not. */
export function archive(browse: Browse, ids: readonly string[], isArchived: boolean): Promise<void> {
  const [into, out] = [
    { doing: 'Archiving', done: 'archived' },
    { doing: 'Bringing back', done: 'taken out of the archive' },
  ];
  const [telling, back] = isArchived ? [into, out] : [out, into];
  const [what, undo]: [BulkChange, BulkChange] = [
    { kind: 'archive', isArchived },
    { kind: 'archive', isArchived: !isArchived },
  ];
  if (browse.query.filters.archived === 'include') return change(browse, ids, what, telling);
  return takeAway(browse, ids, what, telling, undo, back);
}

async function takeAway(
  browse: Browse,
  ids: readonly string[],
  what: BulkChange,
  telling: Telling,
  undo: BulkChange,
  undone: Telling,
): Promise<void> {
  const { shell, list } = browse;
  const outcomes = await changeMany(shell, `${telling.doing} ${counted(ids.length)}`, ids, what);
  const gone = tellOutcome(browse, outcomes, telling, (those) => void takeBack(those));
  keepFocus(ids, gone);
  list.hide(gone);

  async function takeBack(those: string[]) {
    const returned = await changeMany(shell, `${undone.doing} ${counted(those.length)}`, those, undo);
    list.show(tellOutcome(browse, returned, undone));
    await list.refresh();
  }
}
