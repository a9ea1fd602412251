import { AppError, type FieldError } from '#worker/http/app-error.ts';
import { atLine } from './chapter-lines.ts';
import { MOST_CUE_CHARACTERS, MOST_CUES } from './transcript.ts';
import { readTiming, textAfter, TIMES_EXPECTED, type Cue } from './webvtt.ts';

const MOST_ERRORS = 100;

/**
 * Cues out of WebVTT or SubRip, in the order of time: both are lines of times with words below. What says nothing
 * (header, notes, styles, numbers, cues without words) is passed over. Throws INVALID, line by line.
 */
export function readTranscriptText(text: string): Cue[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const [cues, errors]: [Cue[], FieldError[]] = [[], []];
  for (const [index, line] of lines.entries()) {
    const timing = readTiming(line);
    if (timing === undefined) continue;
    if (timing === null) {
      errors.push(atLine(index + 1, TIMES_EXPECTED));
      continue;
    }
    const cue = { ...timing, text: storable(textAfter(lines, index)) };
    const fault = cue.text === '' ? undefined : faultOf(cue);
    if (fault) errors.push(atLine(index + 1, fault));
    else if (cue.text !== '' && cues.push(cue) > MOST_CUES) {
      errors.push(atLine(index + 1, 'At most 20,000 cues.'));
      break;
    }
  }
  if (cues.length === 0 && errors.length === 0) errors.push(atLine(1, TIMES_EXPECTED));
  if (errors.length > 0) throw unreadable(errors);
  return cues.toSorted((one, other) => one.startSeconds - other.startSeconds);
}

function faultOf({ startSeconds, endSeconds, text }: Cue): string | undefined {
  if (endSeconds <= startSeconds) return 'A cue ends after it starts.';
  return text.length > MOST_CUE_CHARACTERS ? 'A cue has at most 2,000 characters.' : undefined;
}

/** Without what PostgreSQL cannot keep. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '').trim();

const unreadable = (errors: FieldError[]): AppError =>
  new AppError('INVALID', `${errors.length === 1 ? 'One line' : `${errors.length} lines`} cannot be read.`, {
    errors: errors.slice(0, MOST_ERRORS),
  });
