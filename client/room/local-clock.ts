/** Unix milliseconds that never jump while the page lives: the wall clock at load plus a monotonic count. */
export const localNowMs = (): number => performance.timeOrigin + performance.now();

/** The wall clock, which people and time servers do move: only ever compared with `localNowMs`. */
export const wallNowMs = (): number => Date.now();
