/** Arithmetic of the 256-element field of QR codes: powers of 2 modulo x⁸ + x⁴ + x³ + x² + 1. */
const POWERS = new Uint8Array(255);
const LOGARITHMS = new Uint8Array(256);
let power = 1;
for (let exponent = 0; exponent < 255; exponent += 1) {
  POWERS[exponent] = power;
  LOGARITHMS[power] = exponent;
  power = power < 128 ? power * 2 : (power * 2) ^ 0x11d;
}

export const multiply = (one: number, other: number): number =>
  one === 0 || other === 0 ? 0 : (POWERS[((LOGARITHMS[one] ?? 0) + (LOGARITHMS[other] ?? 0)) % 255] ?? 0);

/** The product of (x − 2⁰) … (x − 2ⁿ⁻¹), without its leading 1, the highest power first. */
function generatorOf(count: number): number[] {
  let factors = [1];
  for (let n = 0; n < count; n += 1) {
    const root = POWERS[n] ?? 0;
    factors = [...factors, 0].map((factor, at) => factor ^ multiply(factors[at - 1] ?? 0, root));
  }
  return factors.slice(1);
}

/** The code words that let a reader mend `data`: what is left of it, divided by the generator. */
export function errorWordsOf(data: readonly number[], count: number): number[] {
  const generator = generatorOf(count);
  let rest = Array<number>(count).fill(0);
  for (const word of data) {
    const factor = word ^ (rest[0] ?? 0);
    rest = [...rest.slice(1), 0].map((left, at) => left ^ multiply(generator[at] ?? 0, factor));
  }
  return rest;
}
