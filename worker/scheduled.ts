import type { Env } from '#worker/env.ts';
import { expireUploads } from '#worker/media/upload/remove-upload.ts';

/** The hourly clean-up, as wrangler.toml asks for it. */
export async function scheduled(controller: ScheduledController, env: Env): Promise<void> {
  await expireUploads(env, new Date(controller.scheduledTime));
}
