/** When whoever made this UUIDv7 says it was made, by their own clock; never later than now. */
export const saidAtMs = (opId: string, nowMs: number): number =>
  Math.min(Number.parseInt(opId.replaceAll('-', '').slice(0, 12), 16), nowMs);
