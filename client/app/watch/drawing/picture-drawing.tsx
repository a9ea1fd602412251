import { useComputed, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { pictureOf } from '../picture.ts';
import { useWatch } from '../watch.ts';
import { isSameMoment } from './stand-at.ts';
import { StrokesView } from './strokes-view.tsx';

/** A comment's drawing, or one's own that is not posted yet, for as long as its frame stands. */
export function PictureDrawing() {
  const watch = useWatch();
  const { shown, desk } = pictureOf(watch);
  const { drawing, moment } = watch.writing;
  const standsAt = useComputed(() => {
    const { isPlaying, positionSeconds } = watch.time.value;
    return isPlaying ? null : positionSeconds;
  });
  const hasArrived = useRef(false);
  useSignalEffect(() => {
    const [at, wanted] = [standsAt.value, shown.current.value];
    if (wanted === null) hasArrived.current = false;
    else if (at !== null && isSameMoment(at, wanted.positionSeconds)) hasArrived.current = true;
    else if (hasArrived.current) shown.hide();
  });

  const view = useComputed(() => {
    const [at, chosen, drafted] = [standsAt.value, shown.current.value, moment.value?.positionSeconds];
    if (at === null || desk.isOpen.value) return null;
    if (chosen && isSameMoment(at, chosen.positionSeconds))
      return { strokes: chosen.drawing, label: `Drawing by ${chosen.authorName}` };
    if (drawing.value.length === 0 || drafted === undefined || !isSameMoment(at, drafted)) return null;
    return { strokes: drawing.value, label: 'Your drawing, not posted yet' };
  });
  // What the player shows in the middle of a picture that has not been played would hide it.
  useSignalEffect(() => void watch.player.value?.toggleAttribute('drawn', view.value !== null));
  return view.value && <StrokesView {...view.value} />;
}
