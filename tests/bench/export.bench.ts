/** Timecodes and back: every frame of 24 hours, at the rates that editing programs know. No server, no browser. */
import { frameAt, frameCentreSeconds, rateNamed } from '#worker/social/export/frame-rate.ts';
import { formatTimecode, framesInDay, parseTimecode } from '#protocol/timecode.ts';
import { holds, report, type Figure } from './figure.ts';

const RATES = ['23.976', '25', '29.97', '59.94', '60'] as const;

function walkDay(name: (typeof RATES)[number]): Figure {
  const rate = rateNamed(name);
  const frames = framesInDay(rate);
  let wrong = 0;
  let before = '';
  for (let frame = 0; frame < frames; frame += 1) {
    const label = formatTimecode(frame, rate);
    // Later than the one before, too: else labels could come twice.
    const isRight =
      label > before &&
      parseTimecode(label, rate) === frame &&
      frameAt(frameCentreSeconds(frame, rate), rate) === frame;
    if (!isRight) wrong += 1;
    before = label;
  }
  const measured = `${wrong} wrong of ${frames.toLocaleString('en')}, last ${before}`;
  return holds(`timecodes of 24 h at ${name} and back`, 'exact', measured, wrong === 0);
}

report('Exports', RATES.map(walkDay));
