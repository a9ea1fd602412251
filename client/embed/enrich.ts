import { api } from '#client/api/client.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { formatTime } from '#client/ui/timecode.ts';
import type { EmbedBoot } from './boot.ts';

const MOST_MARKERS = 100;

/** Comments on the timeline and captions, once somebody means to watch. Without them the video plays as well. */
export function enrichPlayer(player: LockstepPlayer, { video, isOpen, options }: EmbedBoot): void {
  if (!isOpen) return;
  const params = { path: { id: video.id } };
  if (options.hasComments) void showComments(player, params).catch(() => undefined);
  void addCaptions(player, video.id, options).catch(() => undefined);
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
  { video }: LockstepPlayer,
  videoId: string,
  { captions, language }: EmbedBoot['options'],
): Promise<void> {
  const { data } = await api.GET('/api/videos/{id}/transcripts', { params: { path: { id: videoId } } });
  const transcripts = data?.items ?? [];
  const isIn = (wanted: string | null) => (of: { language: string }) =>
    wanted !== null && of.language.toLowerCase().startsWith(wanted.toLowerCase());
  const shown =
    captions === null
      ? undefined
      : (transcripts.find(isIn(captions === 'on' ? language : captions)) ??
        (captions === 'on' ? (transcripts.find(({ isDefault }) => isDefault) ?? transcripts[0]) : undefined));
  for (const transcript of transcripts) {
    const track = document.createElement('track');
    track.kind = 'captions';
    track.srclang = transcript.language;
    track.label = nameOf(transcript.language);
    track.src = `/api/videos/${videoId}/transcripts/${encodeURIComponent(transcript.language)}/track.vtt`;
    video.append(track);
    if (transcript === shown) track.track.mode = 'showing';
  }
}

/** In its own words: "Deutsch". */
const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
