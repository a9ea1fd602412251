import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Icon, type IconName } from '#client/ui/app-icon.tsx';
import { useBrowse } from './browse.ts';
import { copyLinks } from './copy-links.ts';
import { archive, moveToTrash } from './list-actions.ts';
import { counted } from './pages.ts';

export interface DialogProps {
  ids: readonly string[];
  onClose: () => void;
}
type Dialog = ComponentType<DialogProps>;

/** Each fetched when it is asked for. */
const DIALOGS: readonly { label: string; icon: IconName; load: () => Promise<Dialog> }[] = [
  { label: 'Move', icon: 'folder', load: async () => (await import('./move-dialog.tsx')).MoveDialog },
  { label: 'Tag', icon: 'tag', load: async () => (await import('./tag-dialog.tsx')).TagDialog },
  { label: 'Share', icon: 'people', load: async () => (await import('./share-dialog.tsx')).ShareDialog },
];

/** What can be done with all that is chosen; there while something is. Esc lets go of it. */
export function BulkBar() {
  const browse = useBrowse();
  const { selection, query, shell } = browse;
  const open = useSignal<Dialog | null>(null);
  const ids = [...selection.ids.value];
  useEscape(ids.length > 0 && open.value === null, () => selection.clear());
  if (ids.length === 0) return null;
  const ask = async (load: () => Promise<Dialog>) => {
    try {
      open.value = await load();
    } catch {
      shell.toasts.tell('This could not be loaded. Check your connection and try again.');
    }
  };
  const isArchive = query.filters.archived === 'only';
  const Opened = open.value;
  return (
    <section class="bulk-bar" data-bulk aria-label="Selected videos">
      <strong class="figures">{counted(ids.length)} selected</strong>
      <div class="row">
        {DIALOGS.map(({ label, icon, load }) => (
          <button key={label} type="button" class="button" onClick={() => void ask(load)}>
            <Icon name={icon} />
            {label} …
          </button>
        ))}
        <button type="button" class="button" onClick={() => void copyLinks(browse, ids)}>
          <Icon name="link" />
          Copy {ids.length === 1 ? 'link' : 'links'}
        </button>
        <button type="button" class="button" onClick={() => void archive(browse, ids, !isArchive)}>
          <Icon name="archive" />
          {isArchive ? 'Take out of the archive' : 'Archive'}
        </button>
        <button type="button" class="button danger" onClick={() => void moveToTrash(browse, ids)}>
          <Icon name="trash" />
          Delete
        </button>
        <button
          type="button"
          class="button plain"
          aria-keyshortcuts="Escape"
          onClick={() => selection.clear()}
        >
          Clear
        </button>
      </div>
      {Opened && <Opened ids={ids} onClose={() => (open.value = null)} />}
    </section>
  );
}

/** Esc belongs to what lies on top: a menu, a dialog, a field with something in it. */
function useEscape(isOn: boolean, act: () => void): void {
  // With the bar, not a frame after it: who is quick would press in vain.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector(':popover-open, dialog[open]')) return;
      if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOn]);
}
