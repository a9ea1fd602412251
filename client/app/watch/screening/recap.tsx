import { useEffect, useMemo } from 'preact/hooks';
import type { CommentView } from '#protocol/comment.ts';
import type { Recap as RecapView } from '#protocol/recap.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { ExportButton } from '../export/export-button.tsx';
import { createReview } from '../review/review.ts';
import { describeDecision } from '../review/review-words.ts';
import { goTo, usePick, useWatch } from '../watch.ts';
import { readRecap } from './recap-reading.ts';
import { byChapter, decidedDuring, describeOthers, describeRecap, listAttendance } from './recap-words.ts';

const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** What a screening has left: who was there, how long, and what was said, each a way to its moment. */
export function Recap({ shortId }: { shortId: string }) {
  const watch = useWatch();
  const reading = useMemo(() => readRecap(watch, shortId), [watch, shortId]).value;
  return (
    <section class="recap" aria-label="Recap of the screening" aria-busy={reading.kind === 'reading'}>
      <p class="recap-end">The screening has ended. You are watching alone.</p>
      {reading.kind === 'read' && (
        <>
          <p class="muted small figures">{describeRecap(reading.recap)}</p>
          <div class="recap-parts">
            <Attendance recap={reading.recap} />
            <Comments recap={reading.recap} />
            <Decided recap={reading.recap} />
          </div>
          {reading.recap.commentCount > 0 && (
            <div class="row">
              <ExportButton />
            </div>
          )}
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

function Comments({ recap }: { recap: RecapView }) {
  const watch = useWatch();
  const known = usePick((state) => state.comments).value;
  const said = recap.commentIds.flatMap((id) => {
    const comment = known.get(id);
    return comment && !comment.isDeleted ? [comment] : [];
  });
  if (said.length === 0) return null;
  return (
    <div>
      <h2 class="small">What was said</h2>
      <div class="recap-comments" role="region" tabIndex={0} aria-label="Comments of the screening">
        {byChapter(said, watch.boot.chapters).map((chapter) => (
          <div key={chapter.title}>
            {chapter.title !== null && <h3 class="small muted">{chapter.title}</h3>}
            <ol>
              {chapter.said.map((comment) => (
                <Said key={comment.id} comment={comment} />
              ))}
            </ol>
          </div>
        ))}
      </div>
    </div>
  );
}

function Said({ comment }: { comment: Pick<CommentView, 'positionSeconds' | 'authorName' | 'content'> }) {
  const watch = useWatch();
  const { positionSeconds, authorName, content } = comment;
  return (
    <li>
      {positionSeconds !== null && (
        <button
          type="button"
          class="timecode"
          aria-label={`${formatTime(positionSeconds)}, go to ${spokenTime(positionSeconds)}`}
          onClick={() => goTo(watch, positionSeconds)}
        >
          <bdi>{formatTime(positionSeconds)}</bdi>
        </button>
      )}
      <span class="recap-words">
        <strong>{authorName}</strong> {content}
      </span>
    </li>
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
