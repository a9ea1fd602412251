/** What a try came to, as it is kept. */
export interface Attempt {
  /** Null where nothing came. */
  responseStatus: number | null;
  error: string | null;
  responseBody: string | null;
  durationMs: number;
  retryAfterMs: number | null;
}

export type Verdict = 'delivered' | 'retry' | 'gone';

/** Redirects are not followed: a receiver that has moved says so to whoever set it up, not to us. */
export function verdictOf({ responseStatus }: Pick<Attempt, 'responseStatus'>): Verdict {
  if (responseStatus === null) return 'retry';
  if (responseStatus === 410) return 'gone';
  return responseStatus >= 200 && responseStatus < 300 ? 'delivered' : 'retry';
}

/** Whether a receiver’s word about when to come again is heard. */
export const mayPutOff = (status: number | null): boolean => status === 429 || status === 503;

export const GONE = 'It answered 410 Gone.';
export const FAILED_TOO_LONG = 'It has taken nothing for five days.';
export const FAILING_DAYS = 5;
