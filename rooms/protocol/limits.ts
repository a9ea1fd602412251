/** Every bound of the room protocol, in one place; sizes in bytes of UTF-8, times in milliseconds. */
export const LIMITS = {
  frameInBytes: 16 * 1024,
  frameOutBytes: 64 * 1024,
  welcomeBytes: 24 * 1024,
  commentCharacters: 2000,
  /** People one comment can name. */
  mentions: 20,
  drawingStrokes: 50,
  /** Coordinates of a drawing, two a point: what fits a frame beside 2,000 characters of any script. */
  drawingNumbers: 1200,
  /** Coordinates of one piece of a stroke under way. */
  inkNumbers: 128,
  /** Who may ask, or be let, to steer one screening. */
  controlMembers: 50,
  /** Who can hold up a screening that waits for everyone. */
  awaitedMembers: 20,
  nameCharacters: 100,
  /** The longest gap a reconnecting client is filled in on; beyond it gets a snapshot. */
  gapEvents: 300,
  screeningsPerRoom: 100,
  /** Above this many connections presence is a count and a sample. */
  presencePeople: 50,
  /** Media time ceiling: numeric(10,3) in Postgres. */
  mediaSeconds: 999_999,
  rateMin: 0.25,
  rateMax: 2,
  /** Token bucket per socket: `burst` frames at once, refilled at `perSecond`. */
  framesPerSecond: 20,
  framesBurst: 60,
  commentsPerMinute: 60,
  reactionsPerMinute: 120,
  /** Token bucket per user for ops, on all their sockets and over REST. */
  opsPerSecond: 40,
  opsBurst: 120,
  /** The same for each connection of somebody without a name: a player that is scrubbed seeks five times a second. */
  namelessOpsPerSecond: 5,
  namelessOpsBurst: 30,
  connectionsPerUser: 20,
  connectionsPerRoom: 2000,
  /** What one hello costs of the bucket: its answer is the largest frame there is. */
  helloCost: 10,
  /** After so much sent to one socket it is asked to confirm what it has read. */
  markEveryBytes: 128 * 1024,
  /** Sent to one socket and not confirmed: beyond `skip` it gets no volatile frames, beyond `close` it is closed. */
  unreadSkipBytes: 256 * 1024,
  unreadCloseBytes: 1024 * 1024,
  /** Refusals in a row before the socket is closed. */
  refusalsBeforeClose: 50,
  ticketMs: 60_000,
} as const;
