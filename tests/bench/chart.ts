import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { chartFrame, escapeXml, HEIGHT, labelsApart, MARGIN, PALETTE_SIZE, WIDTH } from './chart-frame.ts';

export interface Series {
  name: string;
  /** In order of x; a y that is not finite is a gap. */
  points: readonly (readonly [x: number, y: number])[];
}

export interface LineChart {
  title: string;
  /** What a person who cannot see it should hear; made up from the series when absent. */
  description?: string;
  xLabel: string;
  yLabel: string;
  series: readonly Series[];
  /** Horizontal dashed lines: what is held to. */
  bars?: readonly { y: number; label: string }[];
  /** Vertical dotted lines: what happened when. */
  marks?: readonly { x: number; label: string }[];
  xScale?: 'linear' | 'log';
  yScale?: 'linear' | 'log';
  /** What is shown; taken from points and bars when absent. What lies outside is cut off. */
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
  /** Draws a dot at each point. */
  hasDots?: boolean;
}

/** A line chart as a complete SVG document that paints its own ground, light or dark as its reader has it. */
export function lineChart(chart: LineChart): string {
  const points = chart.series.flatMap((one) => one.points);
  const barsAt = (chart.bars ?? []).map((bar) => bar.y);
  const x = scaleOf(
    chart.xScale,
    chart.xRange,
    points.map((point) => point[0]),
  ).range([MARGIN.left, WIDTH - MARGIN.right]);
  const y = scaleOf(chart.yScale, chart.yRange, [...points.map((point) => point[1]), ...barsAt]).range([
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  ]);
  if (!chart.xRange) x.nice();
  if (!chart.yRange) y.nice();
  const body = [
    ...ticksOf(y, 6, chart.yScale).map((tick) => gridLine(y(tick.value), tick.words)),
    ...ticksOf(x, 10, chart.xScale).map((tick) => xTick(x(tick.value), tick.words)),
    ...markLines((chart.marks ?? []).map((mark) => ({ at: x(mark.x), label: mark.label }))),
    ...(chart.bars ?? []).map((bar) => barLine(y(bar.y), bar.label)),
    '<g clip-path="url(#plot)">',
    ...chart.series.map((one, index) => curve(one, index, x, y, chart.hasDots ?? false)),
    '</g>',
    ...nameTags(chart.series, y),
  ];
  const description =
    chart.description ??
    `${chart.yLabel} over ${chart.xLabel}, of ${chart.series.map((one) => one.name).join(', ')}.`;
  return chartFrame({ ...chart, description }, body);
}

type Scale = ReturnType<typeof scaleLinear<number>>;

function scaleOf(
  kind: LineChart['xScale'],
  range: readonly [number, number] | undefined,
  values: readonly number[],
): Scale {
  const finite = values.filter((value) => Number.isFinite(value) && (kind !== 'log' || value > 0));
  const least = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const most = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  const first = kind === 'log' ? least : Math.min(0, least);
  const domain = range ?? (finite.length === 0 ? [1, 10] : [first, most > first ? most : first + 1]);
  // Both are continuous scales over numbers; the linear one's type serves for what is used here.
  return (kind === 'log' ? (scaleLog() as unknown as Scale) : scaleLinear()).domain(domain);
}

function ticksOf(scale: Scale, count: number, kind: LineChart['xScale']): { value: number; words: string }[] {
  const words = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
  const values = scale.ticks(count);
  // A log scale offers every digit of every decade: 1, 2 and 5 are enough to read by.
  const isPlain = (value: number) => [1, 2, 5].includes(Number(value.toExponential().charAt(0)));
  const shown = kind === 'log' ? values.filter(isPlain) : values;
  return shown.map((value) => ({ value, words: words.format(value) }));
}

const px = (value: number): string => value.toFixed(1);

const gridLine = (at: number, words: string): string =>
  `<path class="grid" d="M${MARGIN.left} ${px(at)}H${WIDTH - MARGIN.right}"/>` +
  `<text class="tick" x="${MARGIN.left - 8}" y="${px(at + 4)}" text-anchor="end">${escapeXml(words)}</text>`;

const xTick = (at: number, words: string): string =>
  `<path class="axis" d="M${px(at)} ${HEIGHT - MARGIN.bottom}v5"/>` +
  `<text class="tick" x="${px(at)}" y="${HEIGHT - MARGIN.bottom + 19}" text-anchor="middle">${escapeXml(words)}</text>`;

/** About as wide as a letter of a note is. */
const LETTER_PX = 6;

/** A label that would run into the one before it goes a line lower. */
function markLines(marks: readonly { at: number; label: string }[]): string[] {
  let [endsAt, row] = [-Infinity, 0];
  return marks.map(({ at, label }) => {
    row = at < endsAt ? row + 1 : 0;
    endsAt = at + 4 + (label.length + 1) * LETTER_PX;
    return (
      `<path class="mark" d="M${px(at)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}"/>` +
      `<text class="note" x="${px(at + 4)}" y="${MARGIN.top + 11 + 13 * row}">${escapeXml(label)}</text>`
    );
  });
}

const barLine = (at: number, label: string): string =>
  `<path class="bar" d="M${MARGIN.left} ${px(at)}H${WIDTH - MARGIN.right}"/>` +
  `<text class="note" x="${MARGIN.left + 16}" y="${px(at - 5)}">${escapeXml(label)}</text>`;

function curve(series: Series, index: number, x: Scale, y: Scale, hasDots: boolean): string {
  const drawn = line<readonly [number, number]>()
    .defined((point) => Number.isFinite(point[0]) && Number.isFinite(point[1]))
    .x((point) => x(point[0]))
    .y((point) => y(point[1]))
    .digits(1);
  const path = `<path class="line c${index % PALETTE_SIZE}" d="${drawn(series.points) ?? ''}"/>`;
  if (!hasDots) return path;
  const dots = series.points
    .filter((point) => Number.isFinite(point[1]))
    .map(
      (point) =>
        `<circle class="dot f${index % PALETTE_SIZE}" cx="${px(x(point[0]))}" cy="${px(y(point[1]))}" r="3"/>`,
    );
  return path + dots.join('');
}

/** Names beside the ends of their lines, in their colours, moved apart where lines end close together. */
function nameTags(series: readonly Series[], y: Scale): string[] {
  const ends = series.map((one) => y(one.points.findLast((point) => Number.isFinite(point[1]))?.[1] ?? 0));
  const left = WIDTH - MARGIN.right + 8;
  return labelsApart(ends).map((at, index) => {
    const colour = index % PALETTE_SIZE;
    return (
      `<path class="line c${colour}" d="M${left} ${px(at)}h14"/>` +
      `<text class="name" x="${left + 19}" y="${px(at + 4)}">${escapeXml(series[index]?.name ?? '')}</text>`
    );
  });
}
