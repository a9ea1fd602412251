import { api } from '#client/api/client.ts';
import { giveCaptions } from '#client/player/give-captions.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { formatTime } from '#client/ui/timecode.ts';
import type { EmbedBoot } from './boot.ts';
import { snippetOf } from './embed-address.ts';

const MOST_MARKERS = 100;

/**
 * Comments on the timeline, captions, what there is to copy: once somebody means to watch. Without them the video plays as
 * well.
 */
export function enrichPlayer(player: LockstepPlayer, { video, isOpen, options, pageUrl }: EmbedBoot): void {
  player.link = pageUrl;
  player.embedCode = snippetOf(withoutLink(location.href), video.title);
  if (!isOpen) return;
  const params = { path: { id: video.id } };
  if (options.hasComments) void showComments(player, params).catch(() => undefined);
  void addCaptions(player, video.id, options).catch(() => undefined);
}

/** As this frame is, but for what lets its own page in. */
function withoutLink(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('link');
  return url.href;
}

type OfVideo = { path: { id: string } };

async function showComments(player: LockstepPlayer, params: OfVideo): Promise<void> {
  const { data } = await api.GET('/api/videos/{id}/comments', {
    params: { ...params, query: { order: 'time', limit: MOST_MARKERS } },
  });
  const threads = data?.items.filter(({ isDeleted, parentId }) => !isDeleted && parentId === null) ?? [];
  player.markers = threads.flatMap(({ id, positionSeconds, authorName, content, resolvedAt }) =>
    positionSeconds === null
      ? []
      : [
          {
            id,
            positionSeconds,
            isQuiet: resolvedAt !== null,
            label: `${authorName} at ${formatTime(positionSeconds)}: ${content.slice(0, 80)}`,
          },
        ],
  );
}

async function addCaptions(
  player: LockstepPlayer,
  videoId: string,
  { captions, language }: EmbedBoot['options'],
): Promise<void> {
  const { data } = await api.GET('/api/videos/{id}/transcripts', { params: { path: { id: videoId } } });
  const url = `/api/videos/${videoId}/transcripts`;
  giveCaptions(player, data?.items ?? [], { url, captions, language });
}
