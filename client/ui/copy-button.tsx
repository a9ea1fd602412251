import { useSignal } from '@preact/signals';
import { Icon } from './app-icon.tsx';

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const outcome = useSignal<'copied' | 'refused' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => (outcome.value = 'copied'),
      () => (outcome.value = 'refused'),
    );
  return (
    <>
      <button type="button" class="button" aria-label={`Copy: ${what}`} onClick={() => void copy()}>
        <Icon name={outcome.value === 'copied' ? 'check' : 'copy'} />
        {outcome.value === 'copied' ? 'Copied' : 'Copy'}
      </button>
      {outcome.value === 'refused' && (
        <span class="small" role="status">
          The browser does not let us: select and copy it yourself.
        </span>
      )}
    </>
  );
}
