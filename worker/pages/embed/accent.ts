/** Words on the accent are nearly black, and it stands on nearly black: both ask for a light colour. */
const DARK = { red: 24, green: 18, blue: 12 };
const LEAST_CONTRAST = 4.5;
const STEPS = 20;

interface Colour {
  red: number;
  green: number;
  blue: number;
}

/**
 * The colour that an embed's address names (`f80`, `ff8800`, with or without #), as CSS, made lighter until it can
 * be read on the player's dark ground and be written upon (WCAG 1.4.3). Null for anything else.
 */
export function accentOf(value: string | null): string | null {
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value ?? '') ?? [];
  if (digits === undefined) return null;
  const wanted = toColour(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits);
  for (let step = 0; step < STEPS; step += 1) {
    const lighter = mixWithWhite(wanted, step / STEPS);
    if (contrastOf(lighter, DARK) >= LEAST_CONTRAST) return toHex(lighter);
  }
  return '#ffffff';
}

function toColour(digits: string): Colour {
  const number = Number.parseInt(digits, 16);
  return { red: number >> 16, green: (number >> 8) & 255, blue: number & 255 };
}

const toHex = ({ red, green, blue }: Colour): string =>
  `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;

function mixWithWhite({ red, green, blue }: Colour, share: number): Colour {
  const mix = (part: number) => Math.round(part + (255 - part) * share);
  return { red: mix(red), green: mix(green), blue: mix(blue) };
}

/** WCAG 2.2, contrast ratio. */
export function contrastOf(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf({ red, green, blue }: Colour): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
