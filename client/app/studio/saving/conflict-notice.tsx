import { useEffect, useRef } from 'preact/hooks';
import type { Autosave } from './autosave.ts';
import { changedWords } from './changed-words.ts';
import type { Fields } from './merge-edits.ts';

/** Somebody was faster: whose words stay? Both stand side by side. */
export function ConflictNotice<Edited extends Fields>({
  of,
  labels,
  show,
}: {
  of: Autosave<Edited>;
  labels: Record<keyof Edited & string, string>;
  /** A value of a field, as it can be read. */
  show: (name: keyof Edited & string, value: unknown) => string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const conflict = of.conflict.value;
  useEffect(() => {
    if (conflict) heading.current?.scrollIntoView({ block: 'nearest' });
  }, [conflict]);
  if (!conflict) return null;
  const { theirs, names } = conflict;
  const draft = of.draft.value;
  return (
    <section class="conflict notice" aria-labelledby="conflict-heading" role="alert">
      <h2 id="conflict-heading" ref={heading} tabIndex={-1}>
        {changedWords(theirs.changedBy, theirs.changedAt, Date.now())}
      </h2>
      <p>Nothing of yours is lost. Keep what you wrote, or take what stands there now.</p>
      {names.map((name) => (
        <div class="conflict-sides" key={name}>
          <Side label={`${labels[name]}, yours`} text={show(name, draft[name])} />
          <Side label={`${labels[name]}, theirs`} text={show(name, theirs.fields[name])} />
        </div>
      ))}
      <div class="row">
        <button type="button" class="button primary" onClick={() => void of.keepMine()}>
          Keep mine
        </button>
        <button type="button" class="button" onClick={() => of.takeTheirs()}>
          Take theirs
        </button>
      </div>
    </section>
  );
}

const Side = ({ label, text }: { label: string; text: string }) => (
  <figure class="conflict-side">
    <figcaption class="small muted">{label}</figcaption>
    <p class="long-words">{text || <em class="muted">Empty</em>}</p>
  </figure>
);
