import { NeonDbError } from '@neondatabase/serverless';
import type { ErrorCode } from '#protocol/error.ts';
import { AppError, type FieldError } from '#worker/http/app-error.ts';
import { storageFull } from './storage-full.ts';

/** What a feature says when one of its constraints is violated, by the constraint's name. */
export type ConstraintMap = Readonly<Record<string, FieldError & { code?: ErrorCode }>>;

/** SQLSTATEs that are the request's doing, or a passing state of the database; all others are our own bugs. */
const REFUSALS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  '23505': ['CONFLICT', 'That exists already.'],
  '23P01': ['CONFLICT', 'That overlaps with something else.'],
  '23514': ['INVALID', 'A value is outside of what is allowed.'],
  '23503': ['INVALID', 'Something it refers to does not exist.'],
  '23502': ['INVALID', 'A value is missing.'],
  '22001': ['INVALID', 'A text is too long.'],
  '22003': ['INVALID', 'A number is too large.'],
  '22021': ['INVALID', 'A text holds a character that cannot be stored.'],
  '22P05': ['INVALID', 'A text holds a character that cannot be stored.'],
  // app.require_session
  LS401: ['UNAUTHENTICATED', 'Your session has ended. Sign in again.'],
  // app.require_role
  LS403: ['FORBIDDEN', 'Your role in this organization does not let you do that.'],
  LS404: ['NOT_FOUND', 'There is no such organization, or you are not one of its members.'],
  '42501': ['FORBIDDEN', 'That is not yours to change.'],
  '40001': ['UNAVAILABLE', 'Somebody changed the same thing at the same moment. Try again.'],
  '40P01': ['UNAVAILABLE', 'Somebody changed the same thing at the same moment. Try again.'],
};

/** Classes of SQLSTATE: connection, resources, an operator's stop, a failed disk. */
const OUTAGES = new Set(['08', '53', '57', '58']);

/** @NOTE drizzle wraps the error of a single query (`cause.code`), but not that of a batch (`code`). */
export const sqlStateOf = (error: unknown): string | undefined => databaseErrorOf(error)?.code;

/**
 * What a failed query means to the caller: an AppError that names the field of the constraint, UNAVAILABLE
 * when the database cannot be reached, and anything else as it came, for the one door out to call INTERNAL.
 */
export function toAppError(error: unknown, constraints: ConstraintMap = {}): unknown {
  // Told already, and better: where the query was made its constraints have names.
  if (error instanceof AppError) return error;
  const cause = databaseErrorOf(error);
  if (!cause) return error;
  const { code: sqlState, constraint, column } = cause;
  if (sqlState === undefined || OUTAGES.has(sqlState.slice(0, 2)))
    return new AppError('UNAVAILABLE', 'The database cannot be reached. Try again shortly.', {
      cause: error,
    });
  if (sqlState === 'LS413') return storageFull(cause.detail, error);
  const refusal = REFUSALS[sqlState];
  if (!refusal) return error;
  const [code, message] = refusal;
  const known = constraint ? constraints[constraint] : undefined;
  if (known) {
    const { pointer, detail } = known;
    return new AppError(known.code ?? code, detail, { cause: error, errors: [{ pointer, detail }] });
  }
  const errors = column ? [{ pointer: `/${toCamelCase(column)}`, detail: message }] : [];
  return new AppError(code, message, { cause: error, errors });
}

/** The driver's own error, also for a request that failed on its way (which has no code). */
function databaseErrorOf(error: unknown): NeonDbError | undefined {
  if (error instanceof NeonDbError) return error;
  return error instanceof Error && error.cause instanceof NeonDbError ? error.cause : undefined;
}

const toCamelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
