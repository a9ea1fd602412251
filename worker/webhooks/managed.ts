import type { Context } from 'hono';
import type { z } from 'zod';
import { EntityId } from '#protocol/id.ts';
import { requireAccount, type SignedInViewer } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag } from '#worker/http/entity-tag.ts';
import { toWebhookView, type NewWebhook } from './endpoint.ts';
import { findEndpoint, type EndpointRow } from './endpoints.queries.ts';

export const noSuchWebhook = (): AppError => new AppError('NOT_FOUND', 'You manage no such webhook.');

export const stale = (): AppError =>
  new AppError('STALE', 'Somebody changed this webhook in the meantime. Load it again.');
export const tagOf = (row: EndpointRow): string => entityTag(row.updatedAt.getTime().toString(36));

/** An answer with the secret is kept by nobody. */
export function shown(c: Context<AppEnv>, row: EndpointRow, secret: string): z.infer<typeof NewWebhook> {
  c.header('etag', tagOf(row));
  c.header('cache-control', 'no-store');
  return { ...toWebhookView(row, new Date()), secret };
}

/** The webhook, if the viewer manages it: to others there is none. */
export async function managed(
  c: Context<AppEnv>,
  webhookId: string,
): Promise<{ viewer: SignedInViewer; row: EndpointRow }> {
  const viewer = requireAccount(c.get('viewer'));
  const isId = EntityId.safeParse(webhookId).success;
  const row = isId ? await findEndpoint(c.get('db'), viewer, webhookId) : undefined;
  if (!row) throw noSuchWebhook();
  return { viewer, row };
}
