import { ERROR_STATUS, type ErrorCode } from '#protocol/error.ts';
import { Problem } from './problem.ts';

/** What any call may be answered. */
const ANY_MAY = ['INVALID', 'UNSUPPORTED_MEDIA', 'RATE_LIMITED', 'INTERNAL'] as const;

/** The failures a route value announces, each as problem+json: `responses: { 200: …, ...refusals('NOT_FOUND') }`. */
export function refusals<Code extends ErrorCode>(...codes: Code[]) {
  const content = { 'application/problem+json': { schema: Problem } };
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set<ErrorCode>([...codes, ...ANY_MAY]))
    byStatus.set(ERROR_STATUS[code], [...(byStatus.get(ERROR_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [status, { description: named.join(', '), content }]),
  );
}
