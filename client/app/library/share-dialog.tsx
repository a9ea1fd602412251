import { useSignal } from '@preact/signals';
import { useBrowse } from './browse.ts';
import type { DialogProps } from './bulk-bar.tsx';
import { DialogForm } from '#client/ui/dialog-form.tsx';
import { VISIBILITY_WORDS } from './filter-words.ts';
import { VISIBILITIES } from './library-query.ts';
import { change } from './list-actions.ts';
import { counted } from './pages.ts';

const HINTS: Record<(typeof VISIBILITIES)[number], string> = {
  private: 'You, and who administers the team.',
  organization: 'Its members.',
  unlisted: 'In no list; open to all who are sent the address.',
  public: 'In lists and searches, open to all.',
};

/** Who may see the chosen videos. */
export function ShareDialog({ ids, onClose }: DialogProps) {
  const browse = useBrowse();
  const visibility = useSignal<(typeof VISIBILITIES)[number] | null>(null);
  const share = async () => {
    if (!visibility.value) return;
    const to = VISIBILITY_WORDS[visibility.value].toLowerCase();
    const telling = { doing: 'Sharing', done: `shared with ${to}` };
    onClose();
    await change(browse, ids, { kind: 'share', visibility: visibility.value }, telling);
  };
  return (
    <DialogForm
      title={`Share ${counted(ids.length)}`}
      action="Share"
      isReady={visibility.value !== null}
      onSubmit={share}
      onClose={onClose}
    >
      <fieldset class="choices">
        <legend class="visually-hidden">Who may see them</legend>
        {VISIBILITIES.map((each) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="visibility"
              checked={visibility.value === each}
              onChange={() => (visibility.value = each)}
            />
            <span>
              {VISIBILITY_WORDS[each]}
              <span class="small muted choice-hint">{HINTS[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="small muted">Whoever watches now and may no longer is out at once.</p>
    </DialogForm>
  );
}
