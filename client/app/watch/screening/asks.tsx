import { useRef } from 'preact/hooks';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { attempt } from '../identity.ts';
import { useWatch, type Watch } from '../watch.ts';
import { mayManage } from './steering-rules.ts';

const SHOWN = 3;

/** Who asks to steer, for those who decide. That somebody asks is said by the page's one status region. */
export function Asks({ screening }: { screening: ScreeningSummary }) {
  const watch = useWatch();
  const list = useRef<HTMLUListElement>(null);
  const { screening: own, you } = watch.state.value;
  const asking = own?.control.asking ?? [];
  if (asking.length === 0 || !mayManage(screening, you)) return null;
  const decide = async (connectionId: string, isGranted: boolean) => {
    await letControl(watch, connectionId, isGranted);
    // The button that had the focus is gone with its row.
    requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
  };
  return (
    <ul class="asks" aria-label="Who asks to control" ref={list}>
      {asking.slice(0, SHOWN).map(({ connectionId, name }) => (
        <li key={connectionId} class="row">
          <span>
            <strong>{name}</strong> asks to control
          </span>
          <button
            type="button"
            class="button primary"
            aria-label={`Allow ${name} to control`}
            onClick={() => void decide(connectionId, true)}
          >
            Allow
          </button>
          <button
            type="button"
            class="button"
            aria-label={`Decline ${name}`}
            onClick={() => void decide(connectionId, false)}
          >
            Decline
          </button>
        </li>
      ))}
      {asking.length > SHOWN && <li class="small muted">and {asking.length - SHOWN} more, under People</li>}
    </ul>
  );
}

export const letControl = (watch: Watch, connectionId: string, isGranted: boolean): Promise<void> =>
  attempt(watch, 'To decide who controls', () => watch.room.grantControl(connectionId, isGranted));
