import type { Cut } from './cut.ts';
import { nominalRate, type FrameRate } from '#protocol/frame-rate.ts';
import { lengthFramesOf } from './length.ts';
import { toMarkers, type Marker } from './markers.ts';
import { formatTimecode, isDropFrame, startFrameOf } from '#protocol/timecode.ts';
import { xmlText } from './xml-text.ts';

/** Premiere's blue, as it writes it itself; green is what a marker without colour has there. */
const PREMIERE_BLUE = 4_294_741_314;

/** Final Cut Pro 7's XML (xmeml 5), which Premiere Pro and Resolve import as a sequence with markers. */
export function toFcp7Xml(cut: Cut): string {
  const { title, rate, threads, width, height } = cut;
  const markers = toMarkers(threads, rate);
  const start = startFrameOf(rate);
  const counting = rateOf(rate);
  const size = width === null || height === null ? '' : `<width>${width}</width><height>${height}</height>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE xmeml>',
    '<xmeml version="5">',
    '  <sequence id="comments">',
    `    <name>${xmlText(title)}</name>`,
    `    <duration>${lengthFramesOf(cut, markers)}</duration>`,
    `    ${counting}`,
    '    <timecode>',
    `      ${counting}`,
    `      <string>${formatTimecode(start, rate)}</string>`,
    `      <frame>${start}</frame>`,
    `      <displayformat>${isDropFrame(rate) ? 'DF' : 'NDF'}</displayformat>`,
    '    </timecode>',
    `    <media><video><format><samplecharacteristics>${counting}${size}</samplecharacteristics></format><track/></video></media>`,
    ...markers.map(markerOf),
    '  </sequence>',
    '</xmeml>',
    '',
  ].join('\n');
}

const rateOf = (rate: FrameRate): string =>
  `<rate><timebase>${nominalRate(rate)}</timebase><ntsc>${rate.den === 1001 ? 'TRUE' : 'FALSE'}</ntsc></rate>`;

/** A moment's marker ends at -1. */
const markerOf = ({ frame, lengthFrames, name, note, isResolved }: Marker): string =>
  [
    '    <marker>',
    `      <name>${xmlText(name)}</name>`,
    `      <comment>${xmlText(note)}</comment>`,
    `      <in>${frame}</in>`,
    `      <out>${lengthFrames > 1 ? frame + lengthFrames : -1}</out>`,
    ...(isResolved ? [] : [`      <pproColor>${PREMIERE_BLUE}</pproColor>`]),
    '    </marker>',
  ].join('\n');
