import { z } from 'zod';
import { AppError } from '#worker/http/app-error.ts';
import { LONGEST_GRANT_MS, type Grant } from './grant.ts';
import { organizationRevocationsKey, videoRevocationsKey } from './keys.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { MediaRight } from './right.ts';

/** Which grants of one video end: all, those by one kind of right, or those by one link. */
export type EndedOfVideo = 'everyone' | Exclude<MediaRight['kind'], 'link'> | `link:${string}`;
/** Which grants for an organization's videos end: what one person watches as a member, or as an administrator. */
export type EndedOfOrganization = `${'member' | 'admin'}:${string}`;

export type MediaRefusal =
  | { shortId: string; ended: readonly EndedOfVideo[]; atMs: number }
  | { organizationId: string; ended: readonly EndedOfOrganization[]; atMs: number };

/** What ended when: grants whose right is older are refused. */
const Moments = z.record(z.string(), z.number());
type Moments = z.infer<typeof Moments>;

const TRIES = 8;
const TURN_MS = 150;
/** How long an isolate goes by what it has read: with the writing well within the second that a revocation may take. */
const REMEMBERED_MS = 400;
const remembered = new RecentlyUsed<{ moments: Moments; readAtMs: number }>(1024 * 1024);

/**
 * Ends grants that are out (S7). One small object a video, or an organization, strongly consistent; most have none.
 * Say when the right ended by the database's clock where what is left of it begins at that very moment.
 */
export async function refuseMedia(bucket: R2Bucket, refusal: MediaRefusal): Promise<void> {
  const { ended, atMs } = refusal;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (await writeEnded(bucket, keyOf(refusal), { ended, atMs })) return;
    } catch (cause) {
      if (attempt >= TRIES) throw cause;
    }
    if (attempt >= TRIES) throw new AppError('UNAVAILABLE', 'What plays the video could not be stopped.');
    // R2 takes about one write a second to a key: those who come at once take turns.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * attempt * TURN_MS));
  }
}

/** Whether it stands there now. Written only over what was read: of two who write at once one begins again. */
async function writeEnded(
  bucket: R2Bucket,
  key: string,
  { ended, atMs }: Pick<MediaRefusal, 'ended' | 'atMs'>,
): Promise<boolean> {
  const object = await bucket.get(key);
  const moments = object ? Moments.parse(await object.json()) : {};
  if (ended.every((one) => (moments[one] ?? 0) >= atMs)) return true;
  const onlyIf = object ? { etagMatches: object.etag } : new Headers({ 'if-none-match': '*' });
  return (await bucket.put(key, JSON.stringify(withEnded(moments, ended, atMs)), { onlyIf })) !== null;
}

/** Whether the right a grant rests on has been taken away since, as the bucket has it now or had it a moment ago. */
export async function isTakenAway(
  bucket: R2Bucket,
  shortId: string,
  grant: Grant,
  nowMs: number,
): Promise<boolean> {
  const answers = await Promise.all(
    placesFor(shortId, grant.right).map(async ({ key, names }) =>
      isOlder(grant, await readMoments(bucket, key, nowMs), names),
    ),
  );
  return answers.includes(true);
}

/** The same, as far as this isolate knows without asking: what has ended stays so. */
export const isKnownTakenAway = (shortId: string, grant: Grant): boolean =>
  placesFor(shortId, grant.right).some(({ key, names }) =>
    isOlder(grant, remembered.get(key)?.moments ?? {}, names),
  );

const isOlder = ({ sinceMs }: Grant, moments: Moments, names: readonly string[]): boolean =>
  names.some((name) => sinceMs < (moments[name] ?? 0));

/** Where it stands that a right has ended, and under which names. */
function placesFor(shortId: string, right: MediaRight): { key: string; names: string[] }[] {
  const names = ['everyone', right.kind === 'link' ? `link:${right.linkId}` : right.kind];
  const ofVideo = { key: videoRevocationsKey(shortId), names };
  if (!('organizationId' in right)) return [ofVideo];
  const key = organizationRevocationsKey(right.organizationId);
  return [ofVideo, { key, names: [`${right.kind}:${right.userId}`] }];
}

async function readMoments(bucket: R2Bucket, key: string, nowMs: number): Promise<Moments> {
  const known = remembered.get(key);
  if (known && nowMs - known.readAtMs < REMEMBERED_MS) return known.moments;
  const object = await bucket.get(key);
  const moments = object ? Moments.parse(await object.json()) : {};
  // As of before it was asked: not a moment more than what was read is worth.
  remembered.set(key, { moments, readAtMs: nowMs }, key.length + 64 * (1 + Object.keys(moments).length));
  return moments;
}

/** Nothing is kept that no grant can be older than. */
const withEnded = (moments: Moments, ended: readonly string[], atMs: number): Moments => ({
  ...Object.fromEntries(Object.entries(moments).filter(([, endedMs]) => endedMs > atMs - LONGEST_GRANT_MS)),
  ...Object.fromEntries(ended.map((one) => [one, Math.max(moments[one] ?? 0, atMs)])),
});

const keyOf = (refusal: MediaRefusal): string =>
  'shortId' in refusal
    ? videoRevocationsKey(refusal.shortId)
    : organizationRevocationsKey(refusal.organizationId);
