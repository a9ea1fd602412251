import { z } from 'zod';
import type { ErrorCode } from '#protocol/error.ts';
import { AppError, type FieldError } from '#worker/http/app-error.ts';

const Failure = z.object({ code: z.string().default(''), message: z.string().default('') });

const CODE_OF_STATUS: Record<number, ErrorCode> = {
  400: 'INVALID',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'INVALID',
  429: 'RATE_LIMITED',
};

/** The library's failures about one field, by the words in its code. */
const POINTERS: readonly (readonly [RegExp, string])[] = [
  [/EMAIL/, '/email'],
  [/PASSWORD/, '/password'],
  [/NAME/, '/name'],
];

/** A refusal of better-auth in our own shape, so that every answer of the API fails alike. */
export async function toAuthError(response: Response): Promise<AppError> {
  const body: unknown = await response.json().catch(() => ({}));
  const { code, message } = Failure.catch({ code: '', message: '' }).parse(body);
  if (code.startsWith('USER_ALREADY_EXISTS'))
    return new AppError('CONFLICT', 'There is an account with this e-mail address already. Sign in instead.');
  const known = CODE_OF_STATUS[response.status];
  if (!known) return new AppError('INTERNAL', 'Signing in does not work right now.', { cause: body });
  const errors = known === 'INVALID' ? fieldErrors(code, message) : [];
  return new AppError(known, message || 'This was refused.', { errors });
}

function fieldErrors(code: string, detail: string): FieldError[] {
  const found = POINTERS.find(([pattern]) => pattern.test(code));
  return found ? [{ pointer: found[1], detail }] : [];
}
