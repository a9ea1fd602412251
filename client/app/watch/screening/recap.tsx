import { useEffect, useMemo } from 'preact/hooks';
import { can } from '#protocol/capability.ts';
import type { Recap as RecapView } from '#protocol/recap.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { createReview } from '../review/review.ts';
import { describeDecision } from '../review/review-words.ts';
import { usePick, useWatch } from '../watch.ts';
import { RecapComments } from './recap-comments.tsx';
import { readRecap } from './recap-reading.ts';
import { decidedDuring, describeOthers, describeRecap, listAttendance } from './recap-words.ts';

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** What a screening has left: who was there, how long, and what was said, each a way to its moment. */
export function Recap({ shortId }: { shortId: string }) {
  const watch = useWatch();
  const reader = useMemo(() => readRecap(watch, shortId), [watch, shortId]);
  const reading = reader.reading.value;
  return (
    <section class="recap" aria-label="Recap of the screening" aria-busy={reading.kind === 'reading'}>
      <p class="recap-end">The screening has ended. You are watching alone.</p>
      {reading.kind === 'read' && (
        <>
          <p class="muted small figures">{describeRecap(reading.recap)}</p>
          <div class="recap-parts">
            <Attendance recap={reading.recap} />
            <RecapComments recap={reading.recap} reader={reader} />
            <Decided recap={reading.recap} />
          </div>
          <div class="row">
            {reading.recap.commentCount > 0 && <ExportButton />}
            <NextVersion />
          </div>
        </>
      )}
    </section>
  );
}

/** By name only to those who were there themselves; how many they were stands in the line above. */
function Attendance({ recap }: { recap: RecapView }) {
  const people = listAttendance(recap);
  if (people.length === 0) return null;
  const others = describeOthers(recap);
  return (
    <div>
      <h2 class="small">Who was there</h2>
      <ul class="recap-people">
        {people.map(({ userId, name, stayed }) => (
          <li key={userId} class="row">
            <Avatar name={name} />
            {name} <span class="muted small figures">{stayed}</span>
          </li>
        ))}
        {others !== null && <li class="muted small">{others}</li>}
      </ul>
    </div>
  );
}

/** Where the work goes on: for who may add a version. */
function NextVersion() {
  const { boot, viewer } = useWatch();
  const role = usePick((state) => state.you?.role ?? null).value;
  if (viewer.value.kind !== 'registered' || role === null || !can(role, 'video.edit')) return null;
  return (
    <a class="button" href={`/studio/upload?version=${boot.video.shortId}`}>
      <Icon name="upload" />
      Upload the next version
    </a>
  );
}

/** For who reviews the video: what was decided about this version meanwhile. */
function Decided({ recap }: { recap: RecapView }) {
  const { boot } = useWatch();
  const review = useMemo(() => createReview(boot.video.id), [boot.video.id]);
  useEffect(() => {
    if (boot.review !== null) review.load().catch(() => undefined);
  }, [review]);
  const decided = decidedDuring(review.decisions.value ?? [], recap);
  if (decided.length === 0) return null;
  return (
    <div>
      <h2 class="small">What was decided</h2>
      <ul class="small">
        {decided.map((decision) => (
          <li key={decision.id}>
            {describeDecision(decision, time.format(new Date(decision.createdAt)))}
            {decision.note && <span class="muted">: {decision.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
