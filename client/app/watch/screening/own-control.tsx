import type { ScreeningSummary } from '#protocol/screening.ts';
import { attempt } from '../identity.ts';
import { useWatch, type Watch } from '../watch.ts';
import { hindranceOf, isAsking, isGranted, mayManage, mayTakeOver } from './steering-rules.ts';

/** What the viewer can do about steering: ask, take it back, give it back, or stand in for a host who is away. */
export function OwnControl({ screening }: { screening: ScreeningSummary }) {
  const watch = useWatch();
  const state = watch.state.value;
  // While nobody is there to let one steer, there is nobody to ask.
  if (mayTakeOver(screening, state.you))
    return (
      <p class="row small">
        {screening.hostName} (host) is away
        <button type="button" class="button" onClick={() => void takeOver(watch, screening)}>
          Take over
        </button>
      </p>
    );
  if (screening.controlMode !== 'ask' || mayManage(screening, state.you)) return null;
  return <AskForControl />;
}

function AskForControl() {
  const watch = useWatch();
  const state = watch.state.value;
  const { you } = state;
  if (you === null || hindranceOf(state) === 'role') return null;
  const asks = isAsking(state);
  if (isGranted(state))
    return (
      <p class="row small">
        You can control
        <button type="button" class="button" onClick={() => void giveBack(watch, you.connectionId)}>
          Give back
        </button>
      </p>
    );
  return (
    <p class="row small">
      {asks && <span>Asked…</span>}
      <button
        key="ask"
        type="button"
        class={asks ? 'button' : 'button primary'}
        onClick={() => void askForControl(watch, !asks)}
      >
        {asks ? 'Take back' : 'Ask to control'}
      </button>
    </p>
  );
}

export const askForControl = (watch: Watch, isAsked: boolean): Promise<void> =>
  attempt(watch, 'To ask to control', () => watch.room.requestControl(isAsked));

const giveBack = (watch: Watch, connectionId: string): Promise<void> =>
  attempt(watch, 'To give it back', () => watch.room.grantControl(connectionId, false));

const takeOver = (watch: Watch, screening: ScreeningSummary): Promise<void> =>
  attempt(watch, 'To take over', async () => {
    const { you } = watch.state.peek();
    if (you !== null) await watch.room.handOver(screening.id, you.connectionId);
  });
