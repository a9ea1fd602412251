import { purgeOrganizations } from '#worker/accounts/organization-end.queries.ts';
import { cleanAccounts } from '#worker/accounts/clean-accounts.ts';
import type { Env } from '#worker/env.ts';
import { purgeIdempotencyKeys } from '#worker/http/idempotency.queries.ts';
import { expireAssets } from '#worker/library/assets/asset-retention.ts';
import { archiveByAge, purgeTrash } from '#worker/library/purge-videos.ts';
import { expireUploads } from '#worker/media/upload/remove-upload.ts';
import { closeEndedRights } from '#worker/rooms/ended-rights.ts';
import { expireLinkViews } from '#worker/rooms/link-views.routes.ts';
import { reconcileRooms } from '#worker/rooms/reconcile.ts';
import { tendSeats } from '#worker/rooms/end-seats.ts';
import { sweepRooms } from '#worker/rooms/sweep.ts';
import { purgeComments } from '#worker/social/purge-comments.ts';
import { tendWebhooks } from '#worker/webhooks/tend-webhooks.ts';

/** The nightly one of wrangler.toml's two. */
export const NIGHTLY = '43 3 * * *';

type Job = (env: Env, now: Date) => Promise<unknown>;

const HOURLY_JOBS: Record<string, Job> = {
  uploads: expireUploads,
  accounts: cleanAccounts,
  sweep: sweepRooms,
  rights: closeEndedRights,
  seats: tendSeats,
  answers: purgeIdempotencyKeys,
  linkViews: expireLinkViews,
  webhooks: tendWebhooks,
};
const NIGHTLY_JOBS: Record<string, Job> = {
  trash: purgeTrash,
  comments: purgeComments,
  archive: archiveByAge,
  assets: expireAssets,
  reconcile: reconcileRooms,
  organizations: purgeOrganizations,
};

/** What a cron of wrangler.toml stands for. */
export const jobsOf = (cron: string): Record<string, Job> => (cron === NIGHTLY ? NIGHTLY_JOBS : HOURLY_JOBS);

/** Runs what is due. One job's failure keeps no other from its work. */
export async function scheduled(controller: ScheduledController, env: Env): Promise<void> {
  const now = new Date(controller.scheduledTime);
  const jobs = Object.entries(jobsOf(controller.cron));
  const outcomes = await Promise.allSettled(jobs.map(([name, job]) => report(name, () => job(env, now))));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** One line per job: what it found and did. */
async function report(job: string, run: () => Promise<unknown>): Promise<void> {
  const startedMs = Date.now();
  const found = await run();
  console.log(JSON.stringify({ level: 'info', job, found, durationMs: Date.now() - startedMs }));
}
