/** How much of each scenario; `npm run chaos` runs the long form, `npm test` the short one. */
export interface Sizes {
  guests: number;
  killedWorkerd: { talkers: number; posts: number; perSecond: number; kills: number };
  killedHost: { talkers: number; posts: number; perSecond: number; kills: number };
  postgresAway: { talkers: number; perSecond: number; beforeSeconds: number; awaySeconds: number };
  lostAnswers: { talkers: number; posts: number; perSecond: number; losses: number };
  lateCommits: { talkers: number; perSecond: number; frozenSeconds: number };
  shuffledFrames: { talkers: number; posts: number; perSecond: number };
  forcedDisconnects: { talkers: number; posts: number; perSecond: number; disconnects: number };
  neverReads: { talkers: number; posts: number; perSecond: number; readers: number };
}

// A person may write 60 comments a minute: with fewer people than this the room would rightly refuse.
export const LONG: Sizes = {
  guests: 151,
  killedWorkerd: { talkers: 50, posts: 1_500, perSecond: 50, kills: 3 },
  killedHost: { talkers: 50, posts: 1_500, perSecond: 50, kills: 2 },
  postgresAway: { talkers: 60, perSecond: 50, beforeSeconds: 5, awaySeconds: 60 },
  lostAnswers: { talkers: 40, posts: 750, perSecond: 50, losses: 10 },
  lateCommits: { talkers: 50, perSecond: 50, frozenSeconds: 25 },
  shuffledFrames: { talkers: 40, posts: 1_000, perSecond: 100 },
  forcedDisconnects: { talkers: 150, posts: 10_000, perSecond: 150, disconnects: 1_000 },
  neverReads: { talkers: 60, posts: 3_600, perSecond: 120, readers: 20 },
};

export const SHORT: Sizes = {
  guests: 21,
  killedWorkerd: { talkers: 20, posts: 80, perSecond: 50, kills: 1 },
  killedHost: { talkers: 20, posts: 80, perSecond: 50, kills: 1 },
  postgresAway: { talkers: 20, perSecond: 50, beforeSeconds: 1, awaySeconds: 1.5 },
  lostAnswers: { talkers: 10, posts: 60, perSecond: 60, losses: 2 },
  // Longer than the room waits for an answer, which is too long for `npm test`.
  lateCommits: { talkers: 20, perSecond: 20, frozenSeconds: 12 },
  shuffledFrames: { talkers: 20, posts: 100, perSecond: 100 },
  forcedDisconnects: { talkers: 20, posts: 200, perSecond: 150, disconnects: 30 },
  // More than the room lets go unread.
  neverReads: { talkers: 11, posts: 540, perSecond: 150, readers: 2 },
};
