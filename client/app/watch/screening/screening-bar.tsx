import { useMemo } from 'preact/hooks';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { listPeople } from '#client/room/select.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { describePlayback } from '../happenings.ts';
import { usePageKey } from '../use-page-key.ts';
import { usePick, useWatch } from '../watch.ts';
import { Asks } from './asks.tsx';
import { HandedOver } from './handed-over.tsx';
import { Invite } from './invite.tsx';
import { endScreening, joinScreening, lastScreening, leaveScreening } from './membership.ts';
import { OwnControl } from './own-control.tsx';
import { describePerson, describeSkew, ringOf } from './people.ts';
import { Recap } from './recap.tsx';
import { ScreeningSettings } from './screening-settings.tsx';
import { mayManage, ownScreening } from './steering-rules.ts';

const AVATARS = 6;

/** Who is in step and how closely; the way back for who has left; what is left of one that has ended. */
export function ScreeningBar() {
  const watch = useWatch();
  const last = useMemo(() => lastScreening(watch), [watch]).value;
  const current = usePick(ownScreening).value;
  usePageKey('g', () => {
    if (current) void leaveScreening(watch);
    else if (last?.screening && !last.hasEnded) void joinScreening(watch, last.screening);
  });
  if (current) return <InStep screening={current} />;
  if (!last) return null;
  if (last.hasEnded) return <Recap shortId={last.shortId} />;
  const { screening } = last;
  return (
    <section class="screening-bar" aria-label="Screening">
      <div class="screening-line">
        <p>You are watching alone.</p>
        {screening && (
          <button type="button" class="button primary" onClick={() => void joinScreening(watch, screening)}>
            Rejoin the screening <kbd>g</kbd>
          </button>
        )}
      </div>
    </section>
  );
}

function InStep({ screening }: { screening: ScreeningSummary }) {
  return (
    <section class="screening-bar" aria-label="Screening">
      <div class="screening-line">
        <Together screening={screening} />
        <Actions screening={screening} />
      </div>
      <div class="screening-line">
        <ScreeningSettings screening={screening} />
        <OwnControl screening={screening} />
        <HandedOver screening={screening} />
      </div>
      <Asks screening={screening} />
    </section>
  );
}

function Together({ screening }: { screening: ScreeningSummary }) {
  const state = useWatch().state.value;
  const members = listPeople(state).filter((person) => person.screeningId === screening.id);
  const memberCount = Math.max(screening.memberCount, members.length);
  const playback = state.screening?.playback;
  return (
    <>
      {state.connection.status === 'closed' ? (
        <p class="muted">Not connected</p>
      ) : (
        <p class="in-step">
          <span class="in-step-dot" aria-hidden="true" />
          In step
          <span class="skew figures">{describeSkew(state, memberCount)}</span>
        </p>
      )}
      <ul class="avatars" aria-label="Who is here">
        {members.slice(0, AVATARS).map((person) => (
          <li key={person.connectionId}>
            <Avatar
              name={person.name}
              ring={ringOf(person)}
              label={describePerson(person, person.connectionId === state.you?.connectionId)}
            />
          </li>
        ))}
        {memberCount > AVATARS && <li class="small muted">+{memberCount - AVATARS}</li>}
      </ul>
      {playback?.byName && playback.revision > 1 && (
        <p class="last-act small muted">{describePlayback(playback, null)}</p>
      )}
    </>
  );
}

function Actions({ screening }: { screening: ScreeningSummary }) {
  const watch = useWatch();
  const you = usePick((state) => state.you).value;
  return (
    <div class="row screening-actions">
      <Invite shortId={screening.shortId} isFresh={watch.startedId.value === screening.id} />
      <button type="button" class="button plain" onClick={() => void leaveScreening(watch)}>
        Leave
      </button>
      {mayManage(screening, you) && (
        <button
          type="button"
          class="button plain danger"
          onClick={() => void endScreening(watch, screening.id)}
        >
          End for everyone
        </button>
      )}
    </div>
  );
}
