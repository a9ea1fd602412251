import { useEffect } from 'preact/hooks';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { attempt } from '../identity.ts';
import { useWatch } from '../watch.ts';
import { isHostOf, mayManage } from './steering-rules.ts';

const SHOWN_MS = 12_000;

/** What handing over has done, while that is fresh, and the way back where there is one. */
export function HandedOver({ screening }: { screening: ScreeningSummary }) {
  const watch = useWatch();
  const { handedTo } = watch;
  const name = handedTo.value;
  const { you } = watch.state.value;
  useEffect(() => {
    if (name === null) return undefined;
    const timer = setTimeout(() => (handedTo.value = null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [name]);
  if (name === null || you === null || isHostOf(screening, you)) return null;
  const takeBack = () =>
    void attempt(watch, 'To take it back', () => watch.room.handOver(screening.id, you.connectionId));
  return (
    <p class="row small">
      You made {name} the host.
      {mayManage(screening, you) ? (
        <button type="button" class="button" onClick={takeBack}>
          Take it back
        </button>
      ) : (
        ` Only ${name} can hand it back.`
      )}
    </p>
  );
}
