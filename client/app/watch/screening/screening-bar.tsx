import { useMemo } from 'preact/hooks';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { usePageKey } from '../use-page-key.ts';
import { usePick, useWatch } from '../watch.ts';
import { joinScreening, lastScreening, leaveScreening } from './membership.ts';
import { ownScreening } from './steering-rules.ts';

const InStep = lazyPart(async () => (await import('./in-step.tsx')).InStep);
const Recap = lazyPart(async () => (await import('./recap.tsx')).Recap);

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
