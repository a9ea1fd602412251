import { useSignal } from '@preact/signals';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { listPeople } from '#client/room/select.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { copyText, linkAt } from '../copy.ts';
import { describePlayback } from '../happenings.ts';
import { usePick, useWatch } from '../watch.ts';
import { screeningPath } from './address.ts';
import { Asks } from './asks.tsx';
import { HandedOver } from './handed-over.tsx';
import { Invite } from './invite.tsx';
import { endScreening, leaveScreening } from './membership.ts';
import { OwnControl } from './own-control.tsx';
import { describePerson, describeSkew, ringOf } from './people.ts';
import { ScreeningSettings } from './screening-settings.tsx';
import { isHostOf, mayManage } from './steering-rules.ts';

const AVATARS = 6;

/** Who is in step and how closely, who steers, and what those who lead may set. Fetched when one is in a screening. */
export function InStep({ screening }: { screening: ScreeningSummary }) {
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
      <Asks />
    </section>
  );
}

function Together({ screening }: { screening: ScreeningSummary }) {
  const state = useWatch().state.value;
  const members = listPeople(state).filter((person) => person.screeningId === screening.id);
  const hostFirst = [
    ...members.filter((person) => isHostOf(screening, person)),
    ...members.filter((person) => !isHostOf(screening, person)),
  ];
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
      {memberCount <= 1 && <CopyInvite shortId={screening.shortId} />}
      <ul class="avatars" aria-label="Who is here">
        {hostFirst.slice(0, AVATARS).map((person) => {
          const isHost = isHostOf(screening, person);
          const isYou = person.connectionId === state.you?.connectionId;
          return (
            <li key={person.connectionId} class="avatar-place">
              <Avatar
                name={person.name}
                ring={ringOf(person)}
                label={describePerson(person, isYou, isHost)}
              />
              {isHost && (
                <span class="star" aria-hidden="true">
                  ★
                </span>
              )}
            </li>
          );
        })}
        {memberCount > AVATARS && <li class="small muted">+{memberCount - AVATARS}</li>}
      </ul>
      {playback?.byName && playback.revision > 1 && (
        <p class="last-act small muted">{describePlayback(playback, null)}</p>
      )}
    </>
  );
}

/** Alone there is one thing to do, so it stands where that is said. */
function CopyInvite({ shortId }: { shortId: string }) {
  const said = useSignal('');
  const copy = async () => {
    const isCopied = await copyText(linkAt(screeningPath(shortId)));
    said.value = isCopied ? 'Copied' : 'Press Invite and copy the link there';
  };
  return (
    <span class="row small">
      <button type="button" class="button small-button" onClick={() => void copy()}>
        Copy invite
      </button>
      <span class="muted" role="status">
        {said.value}
      </span>
    </span>
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
