import { useRef } from 'preact/hooks';
import { attempt } from '../identity.ts';
import { usePageKey } from '../use-page-key.ts';
import { useWatch, type Watch } from '../watch.ts';
import { firstAsker } from './steering-rules.ts';

const SHOWN = 3;

/** Who asks to steer, for those who decide. That somebody asks is said by the page's one status region. */
export function Asks() {
  const watch = useWatch();
  const list = useRef<HTMLUListElement>(null);
  const state = watch.state.value;
  const asking = state.screening?.control.asking ?? [];
  const first = firstAsker(state);
  usePageKey('y', () => void (first && letControl(watch, first.connectionId, true)));
  if (first === null) return null;
  const decide = async (connectionId: string, isGranted: boolean) => {
    await letControl(watch, connectionId, isGranted);
    // The button that had the focus is gone with its row.
    requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
  };
  return (
    <ul class="asks" aria-label="Who asks to control" ref={list}>
      {asking.slice(0, SHOWN).map(({ connectionId, name }, index) => (
        <li key={connectionId} class="row">
          <span>
            <strong>{name}</strong> asks to control
          </span>
          <button
            type="button"
            class="button primary"
            aria-keyshortcuts={index === 0 ? 'Y' : undefined}
            onClick={() => void decide(connectionId, true)}
          >
            Allow<span class="visually-hidden"> {name} to control</span>
            {index === 0 && <kbd aria-hidden="true">y</kbd>}
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
