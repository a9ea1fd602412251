export const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

/** The follower nudges by up to this; the controls go on showing the rate that was chosen. */
const NUDGE_SHARE = 0.0501;

/** The rate a viewer chose, from the one the element runs at. */
export const chosenRate = (elementRate: number): number =>
  RATES.find((rate) => Math.abs(elementRate / rate - 1) <= NUDGE_SHARE) ?? elementRate;

export function neighbourRate(elementRate: number, direction: 1 | -1): number {
  const chosen = chosenRate(elementRate);
  const next =
    direction === 1 ? RATES.find((rate) => rate > chosen) : RATES.findLast((rate) => rate < chosen);
  return next ?? chosen;
}
