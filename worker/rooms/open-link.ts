import type { Context } from 'hono';
import { holdLink } from '#worker/accounts/held-links.ts';
import { verifyPassword } from '#worker/accounts/password.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { clientAddressOf, takeOne } from '#worker/http/rate-limit.ts';
import { findVideo, type VideoRow } from '#worker/library/videos.queries.ts';
import { findLinkByHash, takeUse, type DoorLink } from './link-door.queries.ts';
import { askedOf, stateOf, WHY_CLOSED, type Asked } from './link-state.ts';
import { hashLinkToken, isLinkToken } from './link-token.ts';

/** Guesses at one link's password from one place, and from all places together. */
const TRIES = { name: 'link-password', burst: 10, perMinute: 6 };
const ALL_TRIES = { name: 'link-password-all', burst: 60, perMinute: 60 };
const USER_AGENT_CHARACTERS = 255;

export type FoundLink = {
  link: DoorLink;
  /** Opened before, by this browser. */
  isHeld: boolean;
} & (
  | { asks: null; video: VideoRow }
  /** Who comes has to say who they are first: until then no video is shown. */
  | { asks: Asked; video: null }
);

/** The link and its video, if it opens anything. Throws NOT_FOUND, in words. */
export async function findLink(c: Context<AppEnv>, token: string): Promise<FoundLink> {
  const [db, viewer] = [c.get('db'), c.get('viewer')];
  const link = isLinkToken(token) ? await findLinkByHash(db, await hashLinkToken(token)) : undefined;
  if (!link) throw new AppError('NOT_FOUND', 'There is no such link.');
  const held = viewer.linkIds ?? [];
  const isHeld = held.includes(link.id);
  // Who has opened it stays in when its uses are used up.
  const state = stateOf(isHeld ? { ...link, maxUses: null } : link, new Date());
  if (state !== 'open') throw new AppError('NOT_FOUND', WHY_CLOSED[state]);
  const asks = askedOf(viewer, link);
  if (asks) return { link, isHeld, asks, video: null };
  const video = await findVideo(db, { ...viewer, linkIds: [link.id, ...held] }, link.videoId);
  if (!video) throw new AppError('NOT_FOUND', 'The video of this link is gone.');
  return { link, isHeld, asks, video };
}

const WHO: Record<Asked, string> = {
  name: 'This link asks who you are: tell your name or sign in first.',
  account: 'This link is for people with an account: sign in first.',
};

/**
 * Lets this browser watch by the link from now on, and counts the use. Throws UNAUTHENTICATED where it asks who comes,
 * and FORBIDDEN for a wrong password.
 */
export async function openLink(
  c: Context<AppEnv>,
  found: FoundLink,
  password: string | null,
): Promise<VideoRow> {
  const { link, isHeld, asks, video } = found;
  if (asks) throw new AppError('UNAUTHENTICATED', WHO[asks]);
  if (!isHeld) {
    if (link.passwordHash !== null) await requirePassword(c, link.id, link.passwordHash, password);
    const { userId } = c.get('viewer');
    const userAgent = c.req.header('user-agent')?.slice(0, USER_AGENT_CHARACTERS).toWellFormed() ?? null;
    if (!(await takeUse(c.get('db'), link.id, { userId, userAgent })))
      throw new AppError('NOT_FOUND', 'This link has just been used up or taken back.');
  }
  await holdLink(c, link.id);
  return video;
}

async function requirePassword(
  c: Context<AppEnv>,
  linkId: string,
  hash: string,
  password: string | null,
): Promise<void> {
  if (password === null) throw wrong('This link asks for a password.');
  takeOne(c, ALL_TRIES, linkId);
  takeOne(c, TRIES, `${linkId} ${clientAddressOf(c) ?? ''}`);
  if (!(await verifyPassword({ hash, password }))) throw wrong('This is not the password of this link.');
}

const wrong = (detail: string): AppError =>
  new AppError('FORBIDDEN', detail, { errors: [{ pointer: '/password', detail }] });
