import type { Cut } from './cut.ts';
import type { FrameRate } from '#protocol/frame-rate.ts';
import { lengthFramesOf } from './length.ts';
import { toMarkers } from './markers.ts';
import { isDropFrame, startFrameOf } from '#protocol/timecode.ts';
import { xmlAttribute } from './xml-text.ts';

/** FCPXML 1.9 for Final Cut Pro: a project with a gap as long as the video that carries the markers, as to-dos. */
export function toFcpxml(cut: Cut): string {
  const { title, rate, threads, width, height } = cut;
  const markers = toMarkers(threads, rate);
  const start = startFrameOf(rate);
  const at = (frames: number) => timeOf(frames, rate);
  const duration = at(lengthFramesOf(cut, markers));
  const size = width === null || height === null ? '' : ` width="${width}" height="${height}"`;
  const name = xmlAttribute(title);
  const lines = markers.map(
    ({ frame, lengthFrames, name: short, note, isResolved }) =>
      `            <marker start="${at(start + frame)}" duration="${at(lengthFrames)}" value="${xmlAttribute(short)}" ` +
      `completed="${isResolved ? 1 : 0}" note="${xmlAttribute(note)}"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE fcpxml>',
    '<fcpxml version="1.9">',
    '  <resources>',
    `    <format id="r1" frameDuration="${at(1)}"${size}/>`,
    '  </resources>',
    `  <event name="${name}">`,
    `    <project name="${name}">`,
    `      <sequence format="r1" duration="${duration}" tcStart="${at(start)}" tcFormat="${isDropFrame(rate) ? 'DF' : 'NDF'}">`,
    '        <spine>',
    `          <gap name="${name}" offset="${at(start)}" start="${at(start)}" duration="${duration}">`,
    ...lines,
    '          </gap>',
    '        </spine>',
    '      </sequence>',
    '    </project>',
    '  </event>',
    '</fcpxml>',
    '',
  ].join('\n');
}

/** Times are fractions of seconds, exact: 1001/30000s is a frame of 29.97. */
export function timeOf(frames: number, { num, den }: FrameRate): string {
  const over = frames * den;
  const divisor = greatestCommonDivisor(over, num);
  const [top, bottom] = [over / divisor, num / divisor];
  return bottom === 1 ? `${top}s` : `${top}/${bottom}s`;
}

function greatestCommonDivisor(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
