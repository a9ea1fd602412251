import type { Context } from 'hono';
import { holdLink } from '#worker/accounts/held-links.ts';
import { verifyPassword } from '#worker/accounts/password.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { clientAddressOf, takeOne } from '#worker/http/rate-limit.ts';
import { findVideo, type VideoRow } from '#worker/library/videos.queries.ts';
import { hashLinkToken, isLinkToken } from './link-token.ts';
import { whyClosed } from './link.ts';
import { findLinkByHash, takeUse, type LinkRow } from './links.queries.ts';

/** Guesses at one link's password from one place, and from all places together. */
const TRIES = { name: 'link-password', burst: 10, perMinute: 6 };
const ALL_TRIES = { name: 'link-password-all', burst: 60, perMinute: 60 };

export interface FoundLink {
  link: LinkRow;
  video: VideoRow;
  /** Opened before, by this browser. */
  isHeld: boolean;
}

/** The link and its video, if it opens anything. Throws NOT_FOUND, in words. */
export async function findLink(c: Context<AppEnv>, token: string): Promise<FoundLink> {
  const [db, viewer] = [c.get('db'), c.get('viewer')];
  const link = isLinkToken(token) ? await findLinkByHash(db, await hashLinkToken(token)) : undefined;
  if (!link) throw new AppError('NOT_FOUND', 'There is no such link.');
  const held = viewer.linkIds ?? [];
  const isHeld = held.includes(link.id);
  // Who has opened it stays in when its uses are used up.
  const why = whyClosed(isHeld ? { ...link, maxUses: null } : link, new Date());
  if (why) throw new AppError('NOT_FOUND', why);
  const video = await findVideo(db, { ...viewer, linkIds: [link.id, ...held] }, link.videoId);
  if (!video) throw new AppError('NOT_FOUND', 'The video of this link is gone.');
  return { link, video, isHeld };
}

/** Lets this browser watch by the link from now on, and counts the use. Throws FORBIDDEN for a wrong password. */
export async function openLink(
  c: Context<AppEnv>,
  { link, isHeld }: FoundLink,
  password: string | null,
): Promise<void> {
  if (!isHeld) {
    if (link.passwordHash !== null) await requirePassword(c, link.id, link.passwordHash, password);
    if (!(await takeUse(c.get('db'), link.id)))
      throw new AppError('NOT_FOUND', 'This link has just been used up or taken back.');
  }
  await holdLink(c, link.id);
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
