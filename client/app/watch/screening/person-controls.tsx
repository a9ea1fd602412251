import type { Person } from '#protocol/presence.ts';
import { attempt } from '../identity.ts';
import { useWatch } from '../watch.ts';
import { letControl } from './asks.tsx';
import { isHostOf, mayManage, ownScreening } from './steering-rules.ts';

/** What a person is in one's own screening, and what its host may do about it. Nothing for anybody else. */
export function PersonControls({ person }: { person: Person }) {
  const watch = useWatch();
  const state = watch.state.value;
  const screening = ownScreening(state);
  if (screening === null || state.screening === null || person.screeningId !== screening.id) return null;
  const { connectionId, name } = person;
  const { asking, granted } = state.screening.control;
  const has = (members: typeof asking) => members.some((member) => member.connectionId === connectionId);
  const [isHost, isAsking, isGranted] = [isHostOf(screening, person), has(asking), has(granted)];
  const mayDecide = mayManage(screening, state.you) && !isHost;
  const handOver = () =>
    void attempt(watch, 'To hand over', async () => {
      await watch.room.handOver(screening.id, connectionId);
      watch.handedTo.value = name;
      watch.announcer.say(`You made ${name} the host`);
    });
  const action = (label: string, spoken: string, act: () => void) => (
    <button type="button" class="button small-button" aria-label={spoken} onClick={act}>
      {label}
    </button>
  );
  return (
    <>
      {isHost && <span class="badge">host</span>}
      {isGranted && <span class="badge">can control</span>}
      {isAsking && <span class="badge">asks to control</span>}
      {mayDecide && (
        <span class="row person-actions">
          {isAsking &&
            action('Allow', `Allow ${name} to control`, () => void letControl(watch, connectionId, true))}
          {isAsking &&
            action('Decline', `Decline ${name}`, () => void letControl(watch, connectionId, false))}
          {isGranted &&
            action(
              'Take back',
              `Take back control from ${name}`,
              () => void letControl(watch, connectionId, false),
            )}
          {action('Make host', `Make host: ${name}`, handOver)}
        </span>
      )}
    </>
  );
}
