import { useSignal } from '@preact/signals';
import { loadPreferences, savePreferences } from '#client/player/preferences-boundary.ts';
import { listPeople, listScreenings } from '#client/room/select.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { joinScreening } from './screening/membership.ts';
import { describeState, ringOf } from './screening/people.ts';
import { PersonControls } from './screening/person-controls.tsx';
import { useWatch } from './watch.ts';

/** Everyone on this video, and the screenings that can be joined. */
export function PeoplePanel() {
  const watch = useWatch();
  const state = watch.state.value;
  const people = listPeople(state);
  const unnamed = state.presence.total - people.length;
  const others = listScreenings(state).filter(({ id }) => id !== state.screening?.id);
  return (
    <div class="panel-scroll people">
      {others.length > 0 && (
        <section class="stack-small" aria-label="Screenings now">
          <h2>Screenings now</h2>
          <ul>
            {others.map((screening) => (
              <li key={screening.id} class="person">
                <span>
                  {screening.hostName}
                  <span class="muted small"> · {screening.memberCount} in step</span>
                </span>
                <button type="button" class="button" onClick={() => void joinScreening(watch, screening)}>
                  Join<span class="visually-hidden"> the screening of {screening.hostName}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul>
        {people.map((person) => (
          <li key={person.connectionId} class="person">
            <Avatar name={person.name} ring={ringOf(person)} />
            <span>
              {person.name}
              {person.connectionId === state.you?.connectionId && <span class="muted"> (you)</span>}
            </span>
            <PersonControls person={person} />
            <span class="muted small figures person-state">{describeState(person)}</span>
          </li>
        ))}
      </ul>
      {unnamed > 0 && <p class="muted small">and {unnamed.toLocaleString()} more</p>}
      {state.presence.total <= 1 && <p class="muted small">Nobody else is here yet.</p>}
      <ReadAloud />
    </div>
  );
}

/** For who listens to the page: its one voice, or silence. */
function ReadAloud() {
  const isSilent = useSignal(loadPreferences().isSilent);
  return (
    <label class="check small">
      <input
        type="checkbox"
        checked={!isSilent.value}
        onChange={({ currentTarget }) =>
          (isSilent.value = savePreferences({ isSilent: !currentTarget.checked }).isSilent)
        }
      />
      Screen readers read aloud what others do
    </label>
  );
}
