import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { copyText } from '../watch/copy.ts';

/** Something to copy into a page, and whether that went well. */
export function Snippet({ label, text }: { label: string; text: string }) {
  const said = useSignal('');
  const id = useId();
  const copy = async () => {
    said.value = (await copyText(text))
      ? 'Copied'
      : 'Your browser did not let us copy. Select the text instead.';
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="input snippet"
        readOnly
        rows={2}
        value={text}
        spellcheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="row">
        <button type="button" class="button" onClick={copy}>
          Copy<span class="visually-hidden"> {label.toLowerCase()}</span>
        </button>
        <span class="small muted" role="status">
          {said.value}
        </span>
      </div>
    </div>
  );
}
