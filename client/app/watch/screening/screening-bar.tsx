import { useMemo } from 'preact/hooks';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { can } from '#protocol/role.ts';
import { listPeople } from '#client/room/select.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { describePlayback } from '../happenings.ts';
import { usePick, useWatch } from '../watch.ts';
import { Invite } from './invite.tsx';
import { endScreening, joinScreening, lastScreening, leaveScreening } from './membership.ts';
import { describePerson, describeSkew, ringOf } from './people.ts';

const AVATARS = 6;

/** Who is in step and how closely; or the way back for who has left. Absent for who never was in one. */
export function ScreeningBar() {
  const watch = useWatch();
  const last = useMemo(() => lastScreening(watch), [watch]).value;
  const current = usePick(
    ({ screening, screenings }) => screening && (screenings.get(screening.id) ?? null),
  ).value;
  if (current) return <InStep screening={current} />;
  if (!last) return null;
  return (
    <section class="screening-bar" aria-label="Screening">
      <p>{last.hasEnded ? 'The screening has ended. You are watching alone.' : 'You are watching alone.'}</p>
      {!last.hasEnded && (
        <button
          type="button"
          class="button primary"
          onClick={() => void joinScreening(watch, last.screening)}
        >
          Rejoin the screening
        </button>
      )}
    </section>
  );
}

function InStep({ screening }: { screening: ScreeningSummary }) {
  const watch = useWatch();
  const state = watch.state.value;
  const members = listPeople(state).filter((person) => person.screeningId === screening.id);
  const memberCount = Math.max(screening.memberCount, members.length);
  const you = state.you;
  const isHost =
    screening.hostId === null ? watch.hostedId.value === screening.id : screening.hostId === you?.userId;
  const mayEnd = isHost || (you !== null && can(you.role, 'screening.manage'));
  const playback = state.screening?.playback;
  return (
    <section class="screening-bar" aria-label="Screening">
      <p class="in-step">
        <span class="in-step-dot" aria-hidden="true" />
        In step
        <span class="skew figures">{describeSkew(state, memberCount)}</span>
      </p>
      <ul class="avatars" aria-label="Who is here">
        {members.slice(0, AVATARS).map((person) => (
          <li key={person.connectionId}>
            <Avatar
              name={person.name}
              ring={ringOf(person)}
              label={describePerson(person, person.connectionId === you?.connectionId)}
            />
          </li>
        ))}
        {memberCount > AVATARS && <li class="small muted">+{memberCount - AVATARS}</li>}
      </ul>
      {playback?.byName && playback.revision > 1 && (
        <p class="last-act small muted">{describePlayback(playback, null)}</p>
      )}
      <div class="row screening-actions">
        <Invite shortId={screening.shortId} isFresh={watch.hostedId.value === screening.id} />
        <button type="button" class="button plain" onClick={() => void leaveScreening(watch)}>
          Leave
        </button>
        {mayEnd && (
          <button
            type="button"
            class="button plain danger"
            onClick={() => void endScreening(watch, screening.id)}
          >
            End for everyone
          </button>
        )}
      </div>
    </section>
  );
}
