import { formatTime } from '#client/ui/timecode.ts';
import { usePageKey } from '../use-page-key.ts';
import { presentMoment, useWatch } from '../watch.ts';

/** `i` and `o` set where what one writes about begins and ends, `u` makes it one moment again; said, since one may not look there. */
export function useSpanKeys(): void {
  const watch = useWatch();
  const { writing } = watch;
  const say = () => {
    const [begin, end] = [writing.moment.peek()?.positionSeconds, writing.endSeconds.peek()];
    if (begin === undefined) return watch.announcer.say('About the frame on show');
    const to = end === null ? '' : `, to ${formatTime(end)}`;
    return watch.announcer.say(`Comment from ${formatTime(begin)}${to}`);
  };
  usePageKey('i', () => {
    writing.setSpanBegin(presentMoment(watch));
    say();
  });
  usePageKey('o', () => {
    writing.setSpanEnd(presentMoment(watch));
    say();
  });
  usePageKey('u', () => {
    writing.clearSpan();
    say();
  });
}
