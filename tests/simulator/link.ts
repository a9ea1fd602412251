import type { Chance } from './chance.ts';

/** A lost packet is sent again after this, and holds up all behind it. */
const RESEND_MS = 220;

/** How far a viewer is from the room: each way its own time, with jitter and loss. */
export class Link {
  readonly upMs: number;
  readonly downMs: number;
  readonly #jitterMs: number;
  readonly #lossShare: number;
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
    const roundTripMs = chance.magnitude(10, 300);
    const upShare = chance.between(0.42, 0.58);
    this.upMs = roundTripMs * upShare;
    this.downMs = roundTripMs * (1 - upShare);
    this.#jitterMs = roundTripMs * chance.between(0.01, 0.1);
    this.#lossShare = chance.isHit(0.3) ? chance.between(0, 0.03) : 0;
  }

  up = (): number => this.#delay(this.upMs);
  down = (): number => this.#delay(this.downMs);

  #delay(meanMs: number): number {
    const lostMs = this.#lossShare > 0 && this.#chance.isHit(this.#lossShare) ? RESEND_MS : 0;
    return meanMs + Math.min(this.#chance.gap(this.#jitterMs), this.#jitterMs * 6) + lostMs;
  }
}
