import { api, type Shape } from '#client/api/client.ts';
import { wholeAnswerOf } from '../../request.ts';
import { Autosave, type Version } from '../saving/autosave.ts';
import { askWho } from '../saving/ask-who.ts';
import { createDraftKeeper } from '../saving/draft-boundary.ts';
import { tagsFault } from './tag-line.ts';

export type Video = Shape<'Video'>;

/** What of a video its editors write; a type, so that it is a record of fields. */
export type VideoFields = {
  title: string;
  description: string | null;
  visibility: Video['visibility'];
  tags: string[];
  channelId: string | null;
  embedDomains: string[] | null;
};
export type VideoAutosave = Autosave<VideoFields>;

export const FIELD_LABELS: Record<keyof VideoFields, string> = {
  title: 'Title',
  description: 'Description',
  visibility: 'Who can watch',
  tags: 'Tags',
  channelId: 'Channel',
  embedDomains: 'Sites that may embed it',
};

export const VISIBILITIES: readonly (readonly [Video['visibility'], string])[] = [
  ['private', 'Only me'],
  ['organization', 'Everybody in the organization'],
  ['unlisted', 'Anyone with the link'],
  ['public', 'Everybody; listed on the front page'],
];

export interface LoadedVideo {
  video: Video;
  etag: string;
}

export async function loadVideo(id: string, signal?: AbortSignal): Promise<LoadedVideo> {
  const { data, etag } = await wholeAnswerOf(
    api.GET('/api/videos/{id}', { params: { path: { id } }, signal: signal ?? null }),
  );
  return { video: data, etag: etag ?? '' };
}

/** A video whose words save themselves. `onSeen` hears of every newer state of the whole video. */
export function editVideo(
  { video, etag }: LoadedVideo,
  userId: string,
  onSeen: (video: Video) => void,
): VideoAutosave {
  const { id } = video;
  const seen = (loaded: LoadedVideo) => {
    onSeen(loaded.video);
    return versionOf(loaded);
  };
  return new Autosave<VideoFields>({
    first: versionOf({ video, etag }),
    load: async () => seen(await loadVideo(id)),
    async save(body, ifMatch) {
      const params = { path: { id }, header: { 'If-Match': ifMatch } };
      const answer = await wholeAnswerOf(api.PATCH('/api/videos/{id}', { params, body }));
      return seen({ video: answer.data, etag: answer.etag ?? '' });
    },
    askWho: () => askWho(id, 'details', userId),
    faultOf: videoFault,
    keeper: createDraftKeeper<VideoFields>({ userId, name: `video:${id}` }, isWhole),
    nowMs: Date.now,
  });
}

const versionOf = ({ video, etag }: LoadedVideo): Version<VideoFields> => {
  const { title, description, visibility, tags, channelId, embedDomains, updatedAt } = video;
  const fields = { title, description, visibility, tags, channelId, embedDomains };
  return { fields, etag, changedAt: updatedAt, changedBy: null };
};

/** What keeps a video's words from being saved. */
export function videoFault({ title, tags }: VideoFields): string | undefined {
  return title.trim() === '' ? 'A title has at least one character.' : tagsFault(tags);
}

/** Kept by this very page, perhaps by one of before: the names have to be there, the server judges the rest. */
const isWhole = (fields: unknown): fields is VideoFields =>
  typeof fields === 'object' &&
  fields !== null &&
  Object.keys(FIELD_LABELS).every((name) => name in fields) &&
  Array.isArray(Reflect.get(fields, 'tags'));
