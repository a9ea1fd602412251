import { useEffect, useRef } from 'preact/hooks';
import { KEY_TABLE } from '#client/player/key-table.ts';
import { Icon } from '#client/ui/icon.tsx';
import { PAGE_KEYS } from './page-keys.ts';
import { useWatch } from './watch.ts';

/** Every key, from the tables the keys themselves are read from. */
export function ShortcutsDialog() {
  const watch = useWatch();
  const dialog = useRef<HTMLDialogElement>(null);
  const player = watch.player.value;
  useEffect(() => {
    const open = () => dialog.current?.showModal();
    player?.addEventListener('shortcutsrequest', open);
    return () => player?.removeEventListener('shortcutsrequest', open);
  }, [player]);
  const close = () => dialog.current?.close();
  return (
    <>
      <button type="button" class="button plain shortcuts-button" onClick={() => dialog.current?.showModal()}>
        <Icon name="keyboard" />
        Shortcuts
      </button>
      <dialog
        class="dialog"
        ref={dialog}
        aria-labelledby="shortcuts-title"
        onClick={(event) => event.target === dialog.current && close()}
      >
        <div class="dialog-head">
          <h2 id="shortcuts-title">Keyboard shortcuts</h2>
          <button type="button" class="button plain icon-only" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <dl class="keys">
          {[...KEY_TABLE, ...PAGE_KEYS].map(({ shown, does }) => (
            <div key={does}>
              <dt>
                <kbd>{shown}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </dialog>
    </>
  );
}
