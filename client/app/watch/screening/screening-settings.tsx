import type { ScreeningSummary } from '#protocol/screening.ts';
import type { ScreeningSettings as Settings } from '#client/room/room.ts';
import { attempt } from '../identity.ts';
import { useWatch } from '../watch.ts';
import {
  CONTROL_MODES,
  describeMode,
  describePolicy,
  mayManage,
  shownSettings,
  STALL_POLICIES,
} from './steering-rules.ts';

/** Who steers and what a stall does: a choice for host and managers, the same words to read for everyone else. */
export function ScreeningSettings({ screening }: { screening: ScreeningSummary }) {
  const watch = useWatch();
  const state = watch.state.value;
  const { controlMode, stallPolicy, isPending } = shownSettings(state, screening);
  const mayChange = mayManage(screening, state.you);
  const set = (settings: Settings) =>
    void attempt(watch, 'To change this', () => watch.room.setScreening(screening.id, settings));
  return (
    <dl class="settings" aria-busy={isPending}>
      <Setting
        id="who-steers"
        term="Who steers"
        chosen={controlMode}
        choices={CONTROL_MODES.map((mode) => [mode, describeMode(mode, screening.hostName)] as const)}
        onChoose={mayChange ? (mode) => set({ controlMode: mode }) : null}
      />
      <Setting
        id="on-stall"
        term="If a video stalls"
        chosen={stallPolicy}
        choices={STALL_POLICIES.map((policy) => [policy, describePolicy(policy)] as const)}
        onChoose={mayChange ? (policy) => set({ stallPolicy: policy }) : null}
      />
    </dl>
  );
}

function Setting<Key extends string>(props: {
  id: string;
  term: string;
  chosen: Key;
  choices: readonly (readonly [key: Key, words: string])[];
  /** Null for who may only read it. */
  onChoose: ((key: Key) => void) | null;
}) {
  const { id, term, chosen, choices, onChoose } = props;
  const choose = (value: string) => {
    const key = choices.find(([one]) => one === value)?.[0];
    if (key !== undefined) onChoose?.(key);
  };
  return (
    <div class="setting">
      <dt>{onChoose ? <label for={id}>{term}</label> : term}</dt>
      <dd>
        {onChoose ? (
          <select
            id={id}
            class="select"
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {choices.map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        ) : (
          choices.find(([key]) => key === chosen)?.[1]
        )}
      </dd>
    </div>
  );
}
