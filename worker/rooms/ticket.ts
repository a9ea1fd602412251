import { errors, jwtVerify, SignJWT } from 'jose';
import type { z } from 'zod';
import { LIMITS } from '#protocol/limits.ts';
import { TicketClaims } from '#protocol/ticket.ts';
import { AppError } from '#worker/http/app-error.ts';

/** What else the secret signs (media grants) is told apart by its audience. */
const AUDIENCE = 'room';
const ALGORITHM = 'HS256';

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** What a ticket says; when it was issued is said by its signing. */
export type TicketDraft = Omit<z.input<typeof TicketClaims>, 'issuedAtMs'>;

export function signTicket(
  secret: string,
  draft: TicketDraft,
  nowMs: number,
  expiresAtMs = nowMs + LIMITS.ticketMs,
): Promise<string> {
  return new SignJWT({ ...draft, issuedAtMs: nowMs })
    .setProtectedHeader({ alg: ALGORITHM })
    .setAudience(AUDIENCE)
    .setIssuedAt(Math.floor(nowMs / 1000))
    .setExpirationTime(Math.floor(expiresAtMs / 1000))
    .sign(keyOf(secret));
}

/** The ticket's claims. Throws UNAUTHENTICATED, in words, for one that is missing, forged, too old or not for a room. */
export async function verifyTicket(secret: string, ticket: string, nowMs: number): Promise<TicketClaims> {
  if (ticket === '') throw new AppError('UNAUTHENTICATED', 'A ticket is needed: ask POST …/join for one.');
  try {
    const { payload } = await jwtVerify(ticket, keyOf(secret), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      currentDate: new Date(nowMs),
      requiredClaims: ['exp'],
    });
    return TicketClaims.parse(payload);
  } catch (cause) {
    const isLate = cause instanceof errors.JWTExpired;
    const message = isLate ? 'This ticket has expired. Ask for a new one.' : 'This ticket is not valid.';
    throw new AppError('UNAUTHENTICATED', message, { cause });
  }
}
