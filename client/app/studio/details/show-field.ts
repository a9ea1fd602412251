import { lineOf } from './tag-line.ts';
import { VISIBILITIES, type VideoFields } from './video-edit.ts';

/** A value of a video's field, as it can be read beside another. */
export function showField(name: keyof VideoFields, value: unknown): string {
  if (name === 'tags' && Array.isArray(value)) return lineOf(value.map(String));
  if (name === 'embedDomains') return sitesOf(value);
  if (name === 'visibility') return VISIBILITIES.find(([key]) => key === value)?.[1] ?? '';
  if (name === 'channelId') return typeof value === 'string' ? 'Another channel' : 'None';
  return typeof value === 'string' ? value : '';
}

function sitesOf(value: unknown): string {
  if (!Array.isArray(value)) return 'Those its organization allows';
  return value.length === 0 ? 'No other site' : value.join(', ');
}
