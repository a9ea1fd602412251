import { useMemo } from 'preact/hooks';
import type { Recap as RecapView } from '#protocol/recap.ts';
import { Avatar } from '#client/ui/avatar.tsx';
import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { ExportButton } from '../export/export-button.tsx';
import { goTo, usePick, useWatch } from '../watch.ts';
import { readRecap } from './recap-reading.ts';
import { describeOthers, describeRecap, listAttendance } from './recap-words.ts';

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
      <ol class="recap-comments" tabIndex={0} aria-label="Comments of the screening">
        {said.map(({ id, positionSeconds, authorName, content }) => (
          <li key={id}>
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
        ))}
      </ol>
    </div>
  );
}
