import { entityTag } from '#worker/http/entity-tag.ts';

/** The version of a video for ETag and If-Match: counters do not touch it, so a like makes no edit stale. */
export const tagOfVideo = ({ updatedAt }: { updatedAt: Date }): string =>
  entityTag(updatedAt.getTime().toString(36));
