import { useSignal } from '@preact/signals';
import type { RefObject, VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useWatch, type Watch } from '../watch.ts';
import {
  insertMention,
  mentionedIn,
  mentioningAt,
  stillMentioned,
  type Mentionable,
  type Mentioning,
} from './mention-rules.ts';

interface Mentions {
  /** What the field says of its list to who cannot see it. */
  field: Record<string, string | undefined>;
  /** After each change of the text, and wherever the cursor goes. */
  look(): void;
  /** Whether a key was the list's. */
  onKeyDown(event: KeyboardEvent): boolean;
  close(): void;
  /** Who is named in a text, of those named `before`, too. */
  idsIn(text: string, before?: readonly string[]): string[];
  list: VNode | null;
}

/** Names people in a field: after `@` those who can see the video are offered, fetched when somebody asks. */
export function useMentions(
  area: RefObject<HTMLTextAreaElement | null>,
  onText: (text: string) => void,
): Mentions {
  const watch = useWatch();
  const id = useId();
  const options = useSignal<readonly Mentionable[]>([]);
  const active = useSignal(0);
  const picked = useRef<Mentionable[]>([]);
  const asked = useRef<Mentioning | null>(null);
  const close = () => {
    asked.current = null;
    options.value = [];
  };
  const look = async () => {
    const field = area.current;
    const mentioning = field && mentioningAt(field.value, field.selectionStart);
    if (!mentioning) return close();
    if (mentioning.query === asked.current?.query && mentioning.start === asked.current.start) return;
    asked.current = mentioning;
    const found = await import('./find-people.ts')
      .then(({ findPeople }) => findPeople(watch, mentioning.query))
      .catch(() => []);
    // Somebody has typed on meanwhile.
    if (asked.current !== mentioning) return;
    active.value = 0;
    options.value = found;
    if (found.length > 0) watch.announcer.say(`${found.length} to name, ${found[0]?.name} first`);
  };
  const pick = (person: Mentionable) => {
    const field = area.current;
    const mentioning = field && mentioningAt(field.value, field.selectionStart);
    close();
    if (!field || !mentioning) return;
    const { text, caret } = insertMention(field.value, field.selectionStart, mentioning, person.name);
    picked.current.push(person);
    field.value = text;
    onText(text);
    field.focus();
    field.setSelectionRange(caret, caret);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const count = options.value.length;
    if (count === 0 || event.isComposing || event.ctrlKey || event.metaKey) return false;
    const chosen = options.value[active.value];
    if (event.key === 'ArrowDown') active.value = (active.value + 1) % count;
    else if (event.key === 'ArrowUp') active.value = (active.value + count - 1) % count;
    else if (event.key === 'Escape') options.value = [];
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) pick(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const isOpen = options.value.length > 0;
  return {
    field: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': isOpen ? `${id}-names` : undefined,
      'aria-activedescendant': isOpen ? `${id}-name-${active.value}` : undefined,
    },
    look: () => void look(),
    onKeyDown,
    close,
    idsIn: (text, before = []) => [
      ...new Set([...stillMentioned(text, before, peopleOf(watch)), ...mentionedIn(text, picked.current)]),
    ],
    list: isOpen ? <Names {...{ id, options: options.value, active: active.value, pick }} /> : null,
  };
}

/** Whose names are known here: who is present, and who has said something. */
function peopleOf(watch: Watch): Mentionable[] {
  const { presence, comments } = watch.state.peek();
  const { userId: own, name: ownName } = watch.viewer.peek();
  return [
    { userId: own, name: ownName },
    ...presence.people.values(),
    ...[...comments.values()].map(({ authorId, authorName }) => ({ userId: authorId, name: authorName })),
  ].flatMap(({ userId, name }) => (userId && name ? [{ userId, name }] : []));
}

function Names(props: {
  id: string;
  options: readonly Mentionable[];
  active: number;
  pick: (person: Mentionable) => void;
}) {
  const { id, options, active, pick } = props;
  return (
    <ul id={`${id}-names`} class="names" role="listbox" aria-label="Who to name">
      {options.map((person, index) => (
        <li
          key={person.userId}
          id={`${id}-name-${index}`}
          role="option"
          aria-selected={index === active}
          // Pressed, the field would lose the focus and close the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(person)}
        >
          {person.name}
        </li>
      ))}
    </ul>
  );
}
