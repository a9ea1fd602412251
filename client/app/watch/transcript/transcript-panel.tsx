import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import { goTo, useWatch } from '../watch.ts';
import { CueRow } from './cue-row.tsx';
import { cueAt, findMatches, stepMatch } from './cues.ts';
import { readCues } from './read-cues.ts';
import { TranscriptBar } from './transcript-bar.tsx';
import type { Transcript } from './transcripts.ts';
import './transcript.css';

/** What is said, along with the picture: it follows until its reader scrolls, and is searched within. */
export function TranscriptPanel({ transcripts }: { transcripts: readonly Transcript[] }) {
  const watch = useWatch();
  const language = useSignal(
    (transcripts.find(({ isDefault }) => isDefault) ?? transcripts[0])?.language ?? '',
  );
  const reading = useMemo(() => readCues(watch.boot.video.id, language.value), [watch, language.value]);
  const cues = reading.cues.value;
  const query = useSignal('');
  const chosen = useSignal(0);
  const matches = useMemo(() => findMatches(cues, query.value), [cues, query.value]);
  const current = useComputed(() => cueAt(reading.cues.value, watch.time.value.positionSeconds)).value;
  const isFollowing = useSignal(true);
  const list = useRef<HTMLOListElement>(null);
  const match = matches[chosen.value];

  useEffect(() => {
    if (isFollowing.value && !list.current?.contains(document.activeElement))
      bringIntoSight(list.current, current);
  }, [current, isFollowing.value, cues.length > 0]);
  useEffect(() => {
    if (match === undefined || query.value === '') return;
    isFollowing.value = false;
    bringIntoSight(list.current, match);
  }, [match, query.value]);

  const letGo = () => (isFollowing.value = false);
  return (
    <div class="transcript">
      <TranscriptBar
        {...{ transcripts, language, query, isReading: reading.isReading.value }}
        count={matches.length}
        at={chosen.value}
        onStep={(by) => (chosen.value = stepMatch(chosen.value, matches.length, by))}
        onQuery={() => (chosen.value = 0)}
        onJump={isFollowing.value || current < 0 ? null : () => (isFollowing.value = true)}
      />
      {reading.failure.value && <Failure error={reading.failure.value} retry={reading.retry} />}
      <ol class="panel-scroll cues" ref={list} lang={language.value} onWheel={letGo} onTouchMove={letGo}>
        {cues.map((cue, index) => (
          <CueRow
            key={cue.position}
            cue={cue}
            isCurrent={index === current}
            isMatch={index === match && query.value !== ''}
            query={query.value}
            onGo={() => goTo(watch, cue.startSeconds)}
          />
        ))}
      </ol>
    </div>
  );
}

/** Scrolls the list, never the page. */
function bringIntoSight(list: HTMLOListElement | null, index: number): void {
  const row = list?.children[index];
  if (!list || !(row instanceof HTMLElement)) return;
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollTo({ top: row.offsetTop - list.clientHeight / 3, behavior: isCalm ? 'instant' : 'smooth' });
}
