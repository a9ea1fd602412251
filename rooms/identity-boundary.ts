import { TicketClaims } from '#protocol/ticket.ts';

/** Carries the verified claims from the worker to the room; the worker builds the request, so nobody else sets it. */
export const IDENTITY_HEADER = 'x-lockstep-identity';

/** Header values are ASCII, names are not. */
export const encodeClaims = (claims: TicketClaims): string => encodeURIComponent(JSON.stringify(claims));

/** Throws on anything but what `encodeClaims` makes: only a bug can send that. */
export const decodeClaims = (header: string | null): TicketClaims =>
  TicketClaims.parse(JSON.parse(decodeURIComponent(header ?? '')));
