import { expect, test } from 'vitest';
import { lineChart } from './chart.ts';
import { labelsApart } from './chart-frame.ts';

const drawing = lineChart({
  title: 'Skew & <time>',
  xLabel: 'seconds',
  yLabel: 'ms',
  series: [
    {
      name: 'one',
      points: [
        [0, 0],
        [1, Number.NaN],
        [2, 10],
        [3, 20],
      ],
    },
    {
      name: 'other',
      points: [
        [0, 5],
        [3, 20],
      ],
    },
  ],
  bars: [{ y: 33, label: 'one frame' }],
  marks: [{ x: 1, label: 'seek' }],
});

test('a chart says in words what it shows', () => {
  expect(drawing).toContain('<title id="title">Skew &amp; &lt;time&gt;</title>');
  expect(drawing).toContain('<desc id="desc">ms over seconds, of one, other.</desc>');
  expect(drawing).toContain('>one frame</text>');
  expect(drawing).toContain('>seek</text>');
});

test('what was not measured is a gap in its line, never a number', () => {
  expect(drawing).not.toContain('NaN');
  expect(drawing.match(/class="line c0" d="(M[^"]*)"/)?.[1]?.match(/M/g)).toHaveLength(2);
});

test('a logarithmic axis starts above zero', () => {
  const chart = lineChart({
    title: 'Latency',
    xLabel: 'sockets',
    yLabel: 'ms',
    xScale: 'log',
    yScale: 'log',
    series: [
      {
        name: 'one',
        points: [
          [10, 1],
          [1000, 100],
        ],
      },
    ],
  });
  expect(chart).not.toMatch(/NaN|Infinity/);
  expect(chart).toContain('>1,000</text>');
});

test('names beside lines that end together are moved apart, in the lines’ order', () => {
  const heights = labelsApart([101, 100, 100.5, 200, 400]);
  expect(heights.slice(0, 4)).toEqual([101, 118, 135, 200]);
  expect(heights[4]).toBeLessThan(330);
});
