/** Media time is kept to the millisecond. */
export const toMillis = (seconds: number): number => Math.max(0, Math.round(seconds * 1000) / 1000);
