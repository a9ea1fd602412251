import { pgEnum } from 'drizzle-orm/pg-core';

export const videoSourceKind = pgEnum('video_source_kind', ['upload', 'youtube', 'mix', 'generation']);
export const processingStatus = pgEnum('processing_status', [
  'pending',
  'processing',
  'complete',
  'error',
  'cancelled',
]);
export const videoVisibility = pgEnum('video_visibility', ['public', 'unlisted', 'organization', 'private']);
