import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { copyText } from '../copy.ts';
import type { LinkList } from './link-list.ts';
import { isOver, nameOf, termsOf, usesOf, whyEnded, type Link } from './link-words.ts';

interface EntryProps {
  list: LinkList;
  link: Link;
  /** Does it, and shows why it could not be done. */
  attempt: (act: () => Promise<unknown>) => Promise<void>;
  say: (sentence: string) => void;
  /** It is over, and goes to where nobody looks. */
  onGone: () => void;
}

/** One link: what it lets whom do, how often it was opened, and what can be done with it. */
export function LinkEntry({ list, link, attempt, say, onGone }: EntryProps) {
  const isAsking = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  /** What had the focus goes away: it stays with the link. */
  const answered = () => {
    isAsking.value = false;
    heading.current?.focus();
  };
  const ended = whyEnded(link);
  const name = nameOf(link);
  const copy = async () =>
    say((await copyText(link.url ?? '')) ? `Copied: ${name}` : 'Your browser did not let us copy.');
  const takeBack = () =>
    attempt(async () => {
      await list.takeBack(link);
      say(`Taken back: ${name}`);
      onGone();
    });
  return (
    <li class="link-entry" data-ended={ended !== null}>
      <div>
        <h4 ref={heading} tabIndex={-1}>
          {name}
        </h4>
        {ended && <p class="small link-ended">{ended}</p>}
        <p class="small muted">{termsOf(link).join(' · ')}</p>
        <p class="small muted">
          {usesOf(link)}
          {link.createdBy && <> · made by {link.createdBy.name}</>}
        </p>
      </div>
      {!isOver(link) && !isAsking.value && (
        <div class="row">
          {link.state === 'maker-gone' && (
            <button type="button" class="button" onClick={() => attempt(() => list.takeOver(link))}>
              Take over
            </button>
          )}
          {link.state === 'open' && link.url && (
            <button type="button" class="button" aria-label={`Copy link: ${name}`} onClick={copy}>
              Copy
            </button>
          )}
          <button
            type="button"
            class="button plain danger"
            aria-label={`Take back: ${name}`}
            onClick={() => (isAsking.value = true)}
          >
            Take back
          </button>
        </div>
      )}
      {isAsking.value && !isOver(link) && <Question onYes={takeBack} onNo={answered} name={name} />}
    </li>
  );
}

/** Asks in place; the harmless answer is at hand. */
function Question({ name, onYes, onNo }: { name: string; onYes: () => void; onNo: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="link-question" role="group" aria-label={`Take back: ${name}`}>
      <p class="small">Whoever came by it is sent away at once. This cannot be undone.</p>
      <div class="row">
        <button type="button" class="button danger" onClick={onYes}>
          Take it back
        </button>
        <button type="button" class="button" ref={keep} onClick={onNo}>
          Keep it
        </button>
      </div>
    </div>
  );
}
