import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { wordsOf } from '../identity.ts';
import { newLinkId, type LinkList } from './link-list.ts';
import { draftOf, GUESTS, ROLES, TERMS, type Link } from './link-words.ts';

/** Makes a link. What it asks for and lets do can be left as it is. */
export function LinkForm({ list, onMade }: { list: LinkList; onMade: (link: Link) => void }) {
  const error = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  /** Kept until it is made, so that asking twice makes one; other terms are another link. */
  const asked = useRef<Asked | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    isBusy.value = true;
    error.value = null;
    try {
      asked.current = askedFor(new FormData(form), asked.current);
      const made = await list.make(asked.current.draft, asked.current.id);
      asked.current = null;
      form.reset();
      onMade(made);
    } catch (failure) {
      error.value = wordsOf(failure);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <form class="link-form" onSubmit={submit} aria-label="Make a link" aria-busy={isBusy}>
      <Text name="label" label="Who it is for (optional)" maxLength={100} />
      <Choice name="role" label="They may" choices={ROLES} />
      <Choice name="guests" label="Who may come" choices={GUESTS} />
      <Choice name="days" label="It is good" choices={TERMS} />
      <Text name="password" label="Password (optional)" maxLength={128} />
      <Text name="maxUses" label="How many browsers (optional)" maxLength={7} isNumber />
      {error.value && (
        <p class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      <div class="row">
        <button type="submit" class="button primary" disabled={isBusy}>
          Make link
        </button>
      </div>
    </form>
  );
}

/** When it ends is reckoned once: a second try asks for the very same. */
interface Asked {
  id: string;
  terms: string;
  draft: ReturnType<typeof draftOf>;
}

function askedFor(form: FormData, before: Asked | null): Asked {
  const terms = JSON.stringify([...form]);
  return before?.terms === terms ? before : { id: newLinkId(), terms, draft: draftOf(form, Date.now()) };
}

interface TextProps {
  name: string;
  label: string;
  maxLength: number;
  isNumber?: boolean;
}

function Text({ name, label, maxLength, isNumber = false }: TextProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        name={name}
        autocomplete="off"
        maxLength={maxLength}
        {...(isNumber && { inputMode: 'numeric', pattern: '[1-9][0-9]*', title: 'A whole number' })}
      />
    </p>
  );
}

function Choice({
  name,
  label,
  choices,
}: {
  name: string;
  label: string;
  choices: readonly (readonly [key: string | number, words: string])[];
}) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} class="select" name={name}>
        {choices.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}
