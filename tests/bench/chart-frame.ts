export const WIDTH = 860;
export const HEIGHT = 380;
export const MARGIN = { top: 58, right: 176, bottom: 56, left: 62 };

/** Told apart by people of every colour vision (after Okabe and Ito), once on white and once on near-black. */
const LIGHT = ['#0072b2', '#c04a00', '#00805c', '#a3438a', '#7a6200', '#444c56'];
const DARK = ['#56b4e9', '#ff9248', '#2fd6a3', '#e59ccb', '#f0e442', '#adbac7'];
export const PALETTE_SIZE = LIGHT.length;

const colours = (
  palette: readonly string[],
  paper: string,
  ink: string,
  faint: string,
  grid: string,
): string =>
  [
    `.paper{fill:${paper}}text{fill:${ink}}.tick,.note,.label{fill:${faint}}`,
    `.grid{stroke:${grid}}.axis,.mark,.bar{stroke:${faint}}`,
    ...palette.map((colour, index) => `.c${index}{stroke:${colour}}.f${index}{fill:${colour}}`),
  ].join('');

const STYLE = [
  'text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif}.title{font-size:16px;font-weight:600}',
  '.note{font-size:11px}path{fill:none}.line{stroke-width:1.8;stroke-linejoin:round}',
  '.bar{stroke-dasharray:6 4}.mark{stroke-dasharray:2 3}',
  colours(LIGHT, '#ffffff', '#1f2328', '#59636e', '#e2e6ea'),
  `@media(prefers-color-scheme:dark){${colours(DARK, '#0d1117', '#e6edf3', '#9198a1', '#2a313c')}}`,
].join('');

export interface ChartWords {
  title: string;
  description: string;
  xLabel: string;
  yLabel: string;
}

/** The document around what was drawn: ground, title, axis names, and the same in words for who cannot see it. */
export function chartFrame(
  { title, description, xLabel, yLabel }: ChartWords,
  body: readonly string[],
): string {
  const [plotWidth, plotHeight] = [WIDTH - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<clipPath id="plot"><rect x="${MARGIN.left - 4}" y="${MARGIN.top}" width="${plotWidth + 8}" height="${plotHeight}"/></clipPath>`,
    `<rect class="paper" width="${WIDTH}" height="${HEIGHT}" rx="8"/>`,
    `<text class="title" x="16" y="27">${escapeXml(title)}</text>`,
    `<text class="label" x="16" y="46">${escapeXml(yLabel)}</text>`,
    ...body,
    `<path class="axis" d="M${MARGIN.left} ${HEIGHT - MARGIN.bottom}H${WIDTH - MARGIN.right}"/>`,
    `<text class="label" x="${MARGIN.left + plotWidth / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escapeXml(xLabel)}</text>`,
    '</svg>\n',
  ].join('\n');
}

export const escapeXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const LABEL_GAP = 17;

/** The wanted heights, moved so that no two are closer than a line of text, and all stay on the plot. */
export function labelsApart(wanted: readonly number[]): number[] {
  const bottom = HEIGHT - MARGIN.bottom;
  const order = wanted.map((at, index) => ({ at: Math.min(Math.max(at, MARGIN.top), bottom), index }));
  // Lines that end together are named in their own order.
  const row = (at: number) => Math.round(at / (LABEL_GAP / 2));
  order.sort((a, b) => row(a.at) - row(b.at) || a.index - b.index);
  const placed: number[] = [];
  let least = -Infinity;
  for (const label of order) placed.push((least = Math.max(label.at, least + LABEL_GAP)));
  // Those that ran off the plot's end push the ones before them back up.
  let most = bottom;
  for (let index = placed.length - 1; index >= 0; index -= 1, most -= LABEL_GAP)
    placed[index] = Math.min(placed[index] ?? 0, most);
  const result = wanted.map(() => 0);
  for (const [rank, label] of order.entries()) result[label.index] = placed[rank] ?? 0;
  return result;
}
