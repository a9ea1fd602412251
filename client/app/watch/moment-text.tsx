import { spokenTime, splitAtTimecodes } from '#client/ui/timecode.ts';
import { goTo, useWatch } from './watch.ts';

/** Prose in which every timecode within the video's length is a button that goes there. */
export function MomentText({ text }: { text: string }) {
  const watch = useWatch();
  const duration = watch.boot.video.durationSeconds ?? Infinity;
  return (
    <>
      {splitAtTimecodes(text, watch.player.value?.secondsOf).map((piece) =>
        piece.kind === 'moment' && piece.seconds <= duration ? (
          <button
            type="button"
            class="timecode inline"
            aria-label={`${piece.text}, go to ${spokenTime(piece.seconds)}`}
            onClick={() => goTo(watch, piece.seconds)}
          >
            <bdi>{piece.text}</bdi>
          </button>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
