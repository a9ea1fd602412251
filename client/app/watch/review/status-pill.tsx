import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Icon } from '#client/ui/app-icon.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { useWatch } from '../watch.ts';
import { createReview } from './review.ts';
import { STATUS_FACES } from './review-words.ts';
import './review.css';

const Decisions = lazyPart(async () => (await import('./decisions.tsx')).Decisions);

/** How far the review of this version is, for those who review it; pressed, who has decided what. */
export function StatusPill() {
  const { boot } = useWatch();
  const review = useMemo(() => createReview(boot.video.id), [boot.video.id]);
  const isOpen = useSignal(false);
  useEffect(() => {
    review.load().catch(() => undefined);
  }, [review]);
  const status = review.decisions.value?.[0]?.status;
  // Nothing was decided: who may not decide has nothing to read either.
  if (status === undefined && boot.review === 'reads') return null;
  const face =
    status === undefined ? { word: 'Not reviewed', icon: 'comment' as const } : STATUS_FACES[status];
  return (
    <>
      <button type="button" class="status-pill" data-status={status} popovertarget="review">
        <Icon name={face.icon} />
        {face.word}
      </button>
      <div
        id="review"
        class="popover review-popover"
        popover="auto"
        role="group"
        aria-label="Review of this version"
        onToggle={(event) => (isOpen.value = event.newState === 'open')}
      >
        {isOpen.value && <Decisions review={review} mayDecide={boot.review === 'decides'} />}
      </div>
    </>
  );
}
