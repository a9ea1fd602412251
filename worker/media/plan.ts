import { type Survey, surveyTrack } from './hls/survey.ts';
import { MediaError } from './mp4/media-error.ts';
import { chooseTracks, type Movie } from './mp4/movie.ts';
import type { Signature } from './mp4/signature.ts';
import type { Track } from './mp4/track.ts';

/**
 * What becomes of a file: it plays as it is (`notes` say what a rendition would improve), or it first needs a
 * job, for reasons written for the person who uploaded it. Pure; a damaged file throws MediaError instead.
 */
export type Plan = { kind: 'play'; surveys: Survey[]; notes: string[] } | { kind: 'job'; reasons: string[] };

const LONG_EDIT_SECONDS = 0.5;
const LONG_GAP_SECONDS = 12;
const HIGH_BITS_PER_SECOND = 8_000_000;

const PLAYABLE_VIDEO = /^avc1\.(42|4d|64)/;
const PLAYABLE_AUDIO = /^mp4a\.40\.(2|5|29)$/;

export function plan(movie: Movie, fileBytes: number): Plan {
  const { video, audio } = chooseTracks(movie);
  const tracks = [video, audio].filter((track) => track !== undefined);
  if (movie.isFragmented) return job('It is a fragmented MP4, which has to be repacked first.');
  if (tracks.length === 0) throw new MediaError('The file contains no picture and no sound.');
  const reasons = tracks.flatMap(trackReasons);
  if (reasons.length > 0) return job(...reasons);
  const surveys = tracks
    .map((track) => surveyTrack(movie.moov, track, fileBytes))
    .filter((survey) => survey.table.count > 0);
  if (surveys.length === 0) throw new MediaError('The file contains no picture and no sound.');
  if (surveys.every((survey) => survey.endSeconds <= 0))
    throw new MediaError('The file lasts no time at all.');
  const sampleReasons = surveys.flatMap(surveyReasons);
  if (sampleReasons.length > 0) return job(...sampleReasons);
  return { kind: 'play', surveys, notes: notesOn(surveys, fileBytes) };
}

/** What a file that is no MP4 at all calls for. */
export function planForeign(signature: Exclude<Signature, { kind: 'mp4' }>): Plan {
  if (signature.kind === 'container') {
    return job(`It is a ${signature.name} file, which has to be repacked as MP4 first.`);
  }
  if (signature.kind === 'audio') return job(`It is a ${signature.name} sound file, not a video.`);
  if (signature.kind === 'image') throw new MediaError(`The file is a ${signature.name} image, not a video.`);
  throw new MediaError('The file is not a video: nothing in its first bytes is of any format known here.');
}

const job = (...reasons: string[]): Plan => ({ kind: 'job', reasons });

function trackReasons(track: Track): string[] {
  const { entry, edits, timescale, kind } = track;
  const reasons: string[] = [];
  const unplayable = kind === 'video' ? videoReason(entry.codec) : audioReason(entry.codec);
  if (unplayable) reasons.push(unplayable);
  if (entry.entryCount !== 1) reasons.push(`Its ${kind} changes format part-way.`);
  if (edits.edits > 1) reasons.push(`Its ${kind} is cut together from ${edits.edits} edits.`);
  if (!edits.isPlainRate) reasons.push(`Its ${kind} is slowed down or sped up by an edit.`);
  const trimmedSeconds = edits.startTicks / timescale;
  if (trimmedSeconds > LONG_EDIT_SECONDS) {
    reasons.push(`An edit hides the first ${trimmedSeconds.toFixed(1)} s of its ${kind}.`);
  }
  return reasons;
}

function videoReason(codec: string): string | undefined {
  if (PLAYABLE_VIDEO.test(codec)) return undefined;
  const name = VIDEO_NAMES.find(([pattern]) => pattern.test(codec))?.[1] ?? `in a format (${codec})`;
  return `Its picture is ${name}, which most browsers cannot play.`;
}

function audioReason(codec: string): string | undefined {
  if (PLAYABLE_AUDIO.test(codec)) return undefined;
  const name = AUDIO_NAMES.find(([pattern]) => pattern.test(codec))?.[1] ?? `in a format (${codec})`;
  return `Its sound is ${name}, which most browsers cannot play in a stream.`;
}

const VIDEO_NAMES: [RegExp, string][] = [
  [/^(hvc1|hev1|dvh1|dvhe)/, 'HEVC (H.265)'],
  [/^av01/, 'AV1'],
  [/^vp0?9/, 'VP9'],
  [/^vp0?8/, 'VP8'],
  [/^avc\d\.f4/, 'H.264 with full colour (4:4:4)'],
  [/^avc\d\.7a/, 'H.264 with 4:2:2 colour'],
  [/^avc\d\.6e/, 'H.264 with 10 bits a colour'],
  [/^avc/, 'H.264 in a rare profile'],
  [/^ap[co]/, 'Apple ProRes'],
  [/^mp4v/, 'MPEG-4 Visual'],
  [/^(jpeg|mjp)/, 'Motion JPEG'],
  [/^encv/, 'copy-protected'],
];

const AUDIO_NAMES: [RegExp, string][] = [
  [/^(sowt|twos|lpcm|ipcm|fpcm|in24|in32|fl32|fl64|raw|NONE)$/, 'uncompressed (PCM)'],
  [/^alac/, 'Apple Lossless'],
  [/^flac/, 'FLAC'],
  [/^opus/, 'Opus in MP4'],
  [/^(mp4a\.(69|6b)|\.mp3)/, 'MP3 in MP4'],
  [/^(ac-3|ec-3|mp4a\.a[56])/, 'Dolby Digital'],
  [/^enca/, 'copy-protected'],
];

function surveyReasons({ track, table, isFirstSync, mediaSeconds }: Survey): string[] {
  const reasons: string[] = [];
  if (!isFirstSync && table.count > 0) reasons.push('Its first frame is no keyframe.');
  const { startTicks, shownSeconds } = track.edits;
  const hiddenSeconds = mediaSeconds - startTicks / track.timescale - shownSeconds;
  if (shownSeconds > 0 && hiddenSeconds > LONG_EDIT_SECONDS) {
    reasons.push(`An edit hides the last ${hiddenSeconds.toFixed(1)} s of its ${track.kind}.`);
  }
  return reasons;
}

function notesOn(surveys: Survey[], fileBytes: number): string[] {
  const notes: string[] = [];
  const seconds = Math.max(...surveys.map((survey) => survey.endSeconds));
  const bitsPerSecond = (8 * fileBytes) / Math.max(1, seconds);
  const gapSeconds = surveys[0]?.longestGapSeconds ?? 0;
  if (bitsPerSecond > HIGH_BITS_PER_SECOND) notes.push(`${(bitsPerSecond / 1e6).toFixed(1)} Mbit/s`);
  if (gapSeconds > LONG_GAP_SECONDS) notes.push(`up to ${gapSeconds.toFixed(1)} s between keyframes`);
  return notes;
}
