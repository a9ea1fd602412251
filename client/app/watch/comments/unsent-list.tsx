import { useSignal } from '@preact/signals';
import type { UnsentOp } from '#client/room/unsent.ts';
import { copyText } from '../copy.ts';
import { usePick, useWatch } from '../watch.ts';

/** Words of an earlier visit that did not get through: nothing is thrown away before their author has seen it. */
export function UnsentList() {
  const unsent = usePick((state) => state.unsent).value;
  if (unsent.length === 0) return null;
  return (
    <ul class="refused" aria-label="Comments that could not be sent">
      {unsent.map((one) => (
        <Unsent key={one.op.id} unsent={one} />
      ))}
    </ul>
  );
}

function Unsent({ unsent }: { unsent: UnsentOp }) {
  const watch = useWatch();
  const said = useSignal('');
  const { op, reason } = unsent;
  const copy = async () => {
    said.value = (await copyText(op.content)) ? 'Copied' : 'Select the text and copy it';
  };
  const again = () => watch.room.sendAgain(unsent);
  return (
    <li class="notice bad">
      <p role="alert">
        <strong>{op.t === 'comment.edit' ? 'A change not saved.' : 'Not posted.'}</strong> {reason}
      </p>
      <p class="comment-text">{op.content}</p>
      <div class="row">
        <button type="button" class="button" onClick={again}>
          Try again
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" class="button plain" onClick={() => watch.room.forgetUnsent(op.id)}>
          Discard
        </button>
        <span class="small" role="status">
          {said.value}
        </span>
      </div>
    </li>
  );
}
