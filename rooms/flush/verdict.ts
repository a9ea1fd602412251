/** What a failed flush means: try again, set the row aside, or call us. */
export type Verdict = 'transient' | 'bad-row' | 'our-fault';

const TRANSIENT = /^(08|25|40|53|55|57|58|XX)/;
const BAD_ROW = /^(21|22|23)/;

/**
 * By SQLSTATE. No state at all is the network, a timeout or the database's own door: transient. An unknown state is
 * taken for our fault, since that keeps everything and is heard.
 */
export function verdictOf(error: unknown): Verdict {
  const state = sqlStateOf(error);
  if (state === undefined || TRANSIENT.test(state)) return 'transient';
  return BAD_ROW.test(state) ? 'bad-row' : 'our-fault';
}

export function sqlStateOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code))
    return error.code;
  return 'cause' in error ? sqlStateOf(error.cause) : undefined;
}
