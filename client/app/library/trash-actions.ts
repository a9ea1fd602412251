import type { Signal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import type { PageList } from '#client/ui/page-list.ts';
import { answerOf } from '../request.ts';
import type { Shell } from '../shell/shell.ts';
import type { Refusal } from './browse.ts';
import { changeInLots, changeMany } from './change-many.ts';
import type { Outcome } from './outcomes.ts';
import { keepFocus } from './keep-focus.ts';
import { counted } from './pages.ts';
import type { Selection } from './selection.ts';

export type Trashed = Shape<'TrashedVideo'>;

/** What the parts of the trash share. */
export interface Trash {
  shell: Shell;
  pages: PageList<Trashed>;
  selection: Selection;
  refusal: Signal<Refusal | null>;
}

/** Back to where they were, with their comments and links. */
export async function restore(trash: Trash, ids: readonly string[]): Promise<void> {
  const label = `Bringing back ${counted(ids.length)}`;
  tell(trash, await changeMany(trash.shell, label, ids, { kind: 'restore' }), 'brought back');
}

/** One by one, since each frees its file at once. */
export async function discard(trash: Trash, ids: readonly string[]): Promise<void> {
  const outcomes = await changeInLots(trash.shell, {
    label: `Deleting ${counted(ids.length)} for good`,
    ids,
    lot: 1,
    change: async (some) => {
      for (const id of some) await answerOf(api.DELETE('/api/trash/{id}', { params: { path: { id } } }));
      return some.map((id) => ({ id, isDone: true, detail: null }));
    },
  });
  tell(trash, outcomes, 'deleted for good');
}

function tell({ shell, pages, selection, refusal }: Trash, outcomes: readonly Outcome[], done: string): void {
  const state = pages.list.state.peek();
  const items = state.stage === 'loaded' ? state.data.items : [];
  const ids = outcomes.filter(({ isDone }) => isDone).map(({ id }) => id);
  const refused = outcomes.filter(({ isDone }) => !isDone);
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const sentence = `${counted(refused.length)} of ${outcomes.length} not ${done}.`;
  refusal.value = refused.length > 0 ? { sentence, outcomes: refused, titles } : null;
  if (ids.length > 0) shell.toasts.tell(`${counted(ids.length)} ${done}.`);
  selection.replace(refused.map(({ id }) => id));
  keepFocus(ids, ids);
  pages.list.replace(({ items, next }) => ({ items: items.filter(({ id }) => !ids.includes(id)), next }));
}
