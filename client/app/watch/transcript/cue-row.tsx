import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import { splitAtMatches, type Cue } from './cues.ts';

/** One thing said; pressed, the picture goes there. */
export function CueRow(props: {
  cue: Cue;
  isCurrent: boolean;
  /** Whether it is the match one has come to. */
  isMatch: boolean;
  query: string;
  onGo: () => void;
}) {
  const { cue, isCurrent, isMatch, query, onGo } = props;
  return (
    <li data-match={isMatch}>
      <button type="button" class="chapter cue" aria-current={isCurrent ? 'true' : undefined} onClick={onGo}>
        <bdi class="chapter-time figures" aria-hidden="true">
          {formatTime(cue.startSeconds)}
        </bdi>
        <span>
          {query === ''
            ? cue.text
            : splitAtMatches(cue.text, query).map(({ text, isMatch: isIt }) =>
                isIt ? <mark>{text}</mark> : text,
              )}
        </span>
        <span class="visually-hidden">at {spokenTime(cue.startSeconds)}</span>
      </button>
    </li>
  );
}
