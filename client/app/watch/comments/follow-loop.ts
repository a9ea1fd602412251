import { effect } from '@preact/signals';
import { goTo, type Watch } from '../watch.ts';
import { loopStep } from './loop.ts';

/**
 * Plays a comment's span over and over, alone: in step each return would be one for everybody. It begins once playback
 * has been seen within, since the seek there takes its time.
 */
export function followLoop(watch: Watch): () => void {
  let isWithin = false;
  let loopBefore = watch.loop.peek();
  return effect(() => {
    const loop = watch.loop.value;
    const { positionSeconds, isPlaying } = watch.time.value;
    if (loop !== loopBefore) isWithin = false;
    loopBefore = loop;
    if (!loop) return;
    if (watch.state.value.screening !== null) return void (watch.loop.value = null);
    const step = loopStep(loop, positionSeconds);
    if (step === 'go on') isWithin = true;
    else if (isWithin && step === 'let go') watch.loop.value = null;
    else if (isWithin && isPlaying) goTo(watch, loop.startSeconds);
  });
}
