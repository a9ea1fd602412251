import { organizationCan } from '#worker/accounts/organization-role.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag } from '#worker/http/entity-tag.ts';
import type { SeriesRow } from './series.queries.ts';

/** The version of a series: its words and the order of its videos. */
export const tagOfSeries = (row: SeriesRow): string => entityTag(row.updatedAt.getTime().toString(36));

/** Throws FORBIDDEN to who may only see it. */
export function requireSeriesEditor(row: SeriesRow): void {
  if (!organizationCan(row.role, 'series.edit'))
    throw new AppError('FORBIDDEN', 'Only owners and administrators of the organization change its series.');
}

/** Throws INVALID with a pointer to each video that was not found. */
export function requireFound(videoIds: readonly string[], found: ReadonlySet<string>): void {
  const detail = 'There is no such video in this organization.';
  const errors = videoIds.flatMap((id, index) =>
    found.has(id) ? [] : [{ pointer: `/videoIds/${index}`, detail }],
  );
  if (errors.length > 0)
    throw new AppError('INVALID', 'A series is made of videos of its organization.', { errors });
}
