import type { Video } from '#worker/library/view.ts';

export interface OutlineEntry {
  id: string;
  title: string;
  startSeconds: number;
  endSeconds: number;
}

/** schema.org's VideoObject; chapters are Clips, each with the address that opens at its start. */
export function videoObject(video: Video, chapters: OutlineEntry[], origin: string): Record<string, unknown> {
  const url = new URL(`/v/${video.shortId}`, origin).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: video.title,
    description: video.description ?? video.title,
    url,
    uploadDate: video.publishedAt ?? video.createdAt,
    ...(video.durationSeconds === null ? {} : { duration: isoDuration(video.durationSeconds) }),
    ...(video.thumbnailUrl === null ? {} : { thumbnailUrl: new URL(video.thumbnailUrl, origin).href }),
    ...(video.author === null ? {} : { author: { '@type': 'Person', name: video.author.name } }),
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: { '@type': 'LikeAction' },
      userInteractionCount: video.likeCount,
    },
    hasPart: chapters.map(({ title, startSeconds, endSeconds }) => ({
      '@type': 'Clip',
      name: title,
      startOffset: startSeconds,
      endOffset: endSeconds,
      url: `${url}?t=${Math.floor(startSeconds)}`,
    })),
  };
}

/** PT9M56S */
function isoDuration(totalSeconds: number): string {
  const whole = Math.round(totalSeconds);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds}S`;
}
