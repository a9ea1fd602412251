import type { Signal } from '@preact/signals';
import type { Refusal } from './browse.ts';
import { refusalWords } from './outcomes.ts';

/** Which of many were left out of a change, and why; they stay selected. */
export function RefusalNotice({ refusal }: { refusal: Signal<Refusal | null> }) {
  if (!refusal.value) return null;
  const { sentence, outcomes, titles } = refusal.value;
  return (
    <div class="notice bad stack" role="alert">
      <strong>{sentence}</strong>
      <ul class="plain-list refusals">
        {refusalWords(outcomes, (id) => titles.get(id) ?? 'One that is not shown').map(
          ({ reason, titles }) => (
            <li key={reason}>
              {reason} <span class="long-words">({titles.join(', ')})</span>
            </li>
          ),
        )}
      </ul>
      <button type="button" class="button" onClick={() => (refusal.value = null)}>
        Dismiss
      </button>
    </div>
  );
}
