import { Icon } from '#client/ui/icon.tsx';
import { useWatch } from './watch.ts';

/** The `?` dialog by pointer; it is the player's, with the page's own keys in it. */
export function ShortcutsButton() {
  const player = useWatch().player.value;
  if (!player) return null;
  return (
    <button type="button" class="button plain shortcuts-button" onClick={() => player.showShortcuts()}>
      <Icon name="keyboard" />
      Shortcuts
    </button>
  );
}
