import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { startAnyway } from '#client/room/steering.ts';
import { attempt } from '../identity.ts';
import { usePick, useWatch } from '../watch.ts';
import { letControl } from './asks.tsx';
import { describeBehind } from './behind.ts';
import { describeHold, secondsLeft } from './hold-words.ts';
import { leaveScreening } from './membership.ts';
import { askForControl } from './own-control.tsx';
import { firstAsker, hindranceOf, isAsking, ownScreening, wordsFor } from './steering-rules.ts';
import { useHold } from './use-hold.ts';

const REFUSAL_SHOWN_MS = 6000;

/** What the viewer has to know about the picture itself: over it, also when it fills the screen. */
export function StageNotices() {
  return (
    <div slot="picture" class="stage-notices">
      <Hold />
      <Refusal />
      <Behind />
      <Asker />
    </div>
  );
}

/** Who everyone waits for, for how long at most, and the way on without them. */
function Hold() {
  const watch = useWatch();
  const hold = useHold(watch);
  const you = usePick((state) => state.you).value;
  const isBarred = usePick((state) => hindranceOf(state) !== null).value;
  if (hold === null) return null;
  const { playback, serverMs } = hold;
  const goOn = () => void attempt(watch, 'To go on', async () => startAnyway(watch.room));
  return (
    <div class="stage-notice">
      <p>
        {describeHold(playback.awaited, you?.connectionId)}…{' '}
        <span class="figures">starts anyway in {secondsLeft(playback, serverMs)} s</span>
      </p>
      {!isBarred && (
        <button type="button" class="button primary" onClick={goOn}>
          Start anyway
        </button>
      )}
    </div>
  );
}

/** Who asks to steer, where the list beside the video is not seen: the player fills the screen. */
function Asker() {
  const watch = useWatch();
  const asker = usePick((state) => firstAsker(state)).value;
  if (asker === null) return null;
  const decide = (isGranted: boolean) => void letControl(watch, asker.connectionId, isGranted);
  return (
    <div class="stage-notice stage-asker">
      <p>
        <strong>{asker.name}</strong> asks to control
      </p>
      <button type="button" class="button primary" onClick={() => decide(true)}>
        Allow
        <kbd aria-hidden="true">y</kbd>
      </button>
      <button type="button" class="button" onClick={() => decide(false)}>
        Decline
      </button>
    </div>
  );
}

/** Why a press did nothing, and what one can do instead. */
function Refusal() {
  const watch = useWatch();
  const count = watch.refusals.value;
  const shown = useSignal(0);
  const hindrance = usePick(hindranceOf).value;
  const screening = usePick(ownScreening).value;
  const isAsked = usePick(isAsking).value;
  useEffect(() => {
    shown.value = count;
    const timer = setTimeout(() => (shown.value = 0), REFUSAL_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [count]);
  const isShown = shown.value > 0 && hindrance !== null && screening !== null;
  return (
    <div role="status" class="stage-status">
      {isShown && (
        <div class="stage-notice">
          <p>{wordsFor(hindrance, screening.hostName)}</p>
          {hindrance === 'ask' && !isAsked && (
            <button type="button" class="button primary" onClick={() => void askForControl(watch, true)}>
              Ask to control
            </button>
          )}
          {hindrance === 'ask' && isAsked && <p>You have asked.</p>}
          <button type="button" class="button" onClick={() => void leaveScreening(watch)}>
            Watch on your own
          </button>
        </div>
      )}
    </div>
  );
}

/** How far off the viewer's picture is, once that lasts. */
function Behind() {
  const watch = useWatch();
  const follower = watch.follower.value;
  const words = useSignal<string | null>(null);
  useEffect(() => follower?.subscribe((sync) => (words.value = describeBehind(sync))), [follower]);
  if (words.value === null) return null;
  return (
    <div class="stage-notice">
      <p class="figures">{words.value}</p>
      <button type="button" class="button" onClick={() => follower?.catchUp()}>
        Catch up
      </button>
      <button type="button" class="button" onClick={() => void leaveScreening(watch)}>
        Watch on your own
      </button>
    </div>
  );
}
