import { sizeWords } from '#client/ui/size-words.ts';
import { formatTime } from '#client/ui/timecode.ts';

/** What the browser found in a file before a byte was sent. */
export interface FileFacts {
  /** "MP4", "WebM", as its content says. */
  container: string;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  /** RFC 6381, such as "avc1.64001f". */
  videoCodec: string | null;
  audioCodec: string | null;
  framesPerSecond: number | null;
  isVariableFrameRate: boolean;
  isHighDynamicRange: boolean;
}

/** What the sender should know before the bytes go. The server decides in the end, and says why. */
export interface FileWarning {
  text: string;
  /** Sending it would be in vain. */
  isFatal: boolean;
}

const PLAYABLE_CONTAINER = /^(mp4|quicktime|mov)/i;
const PLAYABLE_VIDEO = /^avc1/;
const PLAYABLE_AUDIO = /^mp4a\.40\.(2|5|29)$/;
const CODEC_NAMES: [RegExp, string][] = [
  [/^(hvc1|hev1|dvh1|dvhe)/, 'HEVC (H.265)'],
  [/^av01/, 'AV1'],
  [/^vp0?9/, 'VP9'],
  [/^vp0?8/, 'VP8'],
  [/^avc/, 'H.264'],
  [/^(ap4|apc|aps|apco|prores)/, 'ProRes'],
  [/^mp4a/, 'AAC'],
];

export const codecName = (codec: string): string =>
  CODEC_NAMES.find(([pattern]) => pattern.test(codec))?.[1] ?? codec;

/** `facts` null: the browser could make nothing of the file. */
export function warningsOf(
  facts: FileFacts | null,
  { sizeBytes, mostBytes }: { sizeBytes: number; mostBytes: number | null },
): FileWarning[] {
  if (sizeBytes === 0) return [fatal('The file is empty: there is nothing to upload.')];
  if (mostBytes !== null && sizeBytes > mostBytes)
    return [fatal(`It is larger than ${sizeWords(mostBytes)}, the most that can be uploaded.`)];
  if (facts === null)
    return [soft('This browser cannot look into the file. It is sent as it is; the server says what it is.')];
  return [...formatWarnings(facts), ...pictureWarnings(facts)].map(soft);
}

function formatWarnings({ container, videoCodec, audioCodec }: FileFacts): string[] {
  const warnings: string[] = [];
  if (!PLAYABLE_CONTAINER.test(container))
    warnings.push(`It is a ${container} file. Only MP4 plays as it is; others wait to be repacked.`);
  if (videoCodec !== null && !PLAYABLE_VIDEO.test(videoCodec))
    warnings.push(`Its picture is ${codecName(videoCodec)}, which does not play as it is. H.264 does.`);
  if (audioCodec !== null && !PLAYABLE_AUDIO.test(audioCodec))
    warnings.push(`Its sound is ${codecName(audioCodec)}, which does not play as it is. AAC does.`);
  if (videoCodec === null && audioCodec !== null) warnings.push('It has sound, but no picture.');
  return warnings;
}

function pictureWarnings({ isVariableFrameRate, isHighDynamicRange }: FileFacts): string[] {
  const warnings: string[] = [];
  if (isVariableFrameRate)
    warnings.push('Its frame rate varies: comments keep to the time, not to the very frame.');
  if (isHighDynamicRange) warnings.push('It is HDR: on ordinary screens its colours look flat.');
  return warnings;
}

const fatal = (text: string): FileWarning => ({ text, isFatal: true });
const soft = (text: string): FileWarning => ({ text, isFatal: false });

/** "1:23 · 1920 × 1080 · H.264 · 24 fps" */
export function describeFacts(facts: FileFacts): string {
  const { durationSeconds, width, height, videoCodec, framesPerSecond } = facts;
  return [
    durationSeconds !== null && formatTime(durationSeconds),
    width !== null && height !== null && `${width} × ${height}`,
    videoCodec !== null && codecName(videoCodec),
    framesPerSecond !== null && `${rateWords(framesPerSecond)} fps`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

const rateWords = (rate: number): string => String(Math.round(rate * 100) / 100);

/** What is to be said where a new version runs at another rate than the one before. */
export function rateWarning(
  rate: number | null,
  before: { num: number; den: number } | null,
): string | undefined {
  if (rate === null || before === null) return undefined;
  const old = before.num / before.den;
  if (Math.abs(rate - old) / old < 0.001) return undefined;
  return `It has ${rateWords(rate)} fps, the version before ${rateWords(old)}: comments of the two stand on different frames.`;
}

/** Frames a second, from when the first ones are shown, in order. */
export function rateOf(startsSeconds: readonly number[]): number | null {
  const [first, last] = [startsSeconds[0], startsSeconds.at(-1)];
  if (first === undefined || last === undefined || last <= first) return null;
  return (startsSeconds.length - 1) / (last - first);
}

const IRREGULAR = 0.02;

/** Whether frames, in order, come at one rate; a tick of the file's clock more or less is none of the film's doing. */
export function isVariable(startsSeconds: readonly number[], tickSeconds: number): boolean {
  const gaps = startsSeconds.slice(1).map((start, index) => start - (startsSeconds[index] ?? start));
  if (gaps.length < 2) return false;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const slack = Math.max(tickSeconds * 1.5, mean * IRREGULAR);
  return gaps.some((gap) => Math.abs(gap - mean) > slack);
}
