/**
 * The closed list of failure codes, shared by HTTP, sockets and jobs. A code is for a program, the message
 * beside it for a person. Values are HTTP statuses.
 */
export const ERROR_STATUS = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  NO_CREDITS: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  STALE: 412,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA: 415,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  UPSTREAM: 502,
  UNAVAILABLE: 503,
  ROOM_FULL: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export const ERROR_CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

/** Socket close codes: 4000–4499 ask the client to come back, 4500–4999 tell it not to. */
export const CLOSE_CODE = {
  /** The client reads slower than the room writes. */
  SLOW: 4008,
  /** The room has as many connections as it takes; there may be a place later. */
  ROOM_FULL: 4010,
  /** One person has too many connections here: other tabs have to be closed first. */
  TOO_MANY_TABS: 4011,
  /** Come back with a fresh ticket: rights have changed, or a session or key has ended. */
  NEW_TICKET: 4408,
  /** Too many frames for too long; come back later. */
  TOO_FAST: 4429,
  /** The client speaks another protocol version or keeps sending nonsense. */
  PROTOCOL: 4500,
  /** A right was taken away: link, membership or the video itself. */
  REVOKED: 4503,
} as const;

export type CloseCode = (typeof CLOSE_CODE)[keyof typeof CLOSE_CODE];

/** Whether a client may reconnect after `code`; anything outside our ranges is a network matter and may. */
export const mayReconnect = (code: number): boolean => code < 4500 || code > 4999;
