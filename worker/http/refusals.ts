import { ERROR_STATUS, type ErrorCode } from '#protocol/error.ts';
import { Problem } from './problem.ts';

/** The failures a route value announces, each as problem+json: `responses: { 200: …, ...refusals('INVALID') }`. */
export function refusals<Code extends ErrorCode>(...codes: Code[]) {
  const content = { 'application/problem+json': { schema: Problem } };
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...codes, 'RATE_LIMITED' as const, 'INTERNAL' as const])
    byStatus.set(ERROR_STATUS[code], [...(byStatus.get(ERROR_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [status, { description: named.join(', '), content }]),
  );
}
