import { makeVideo } from '../library.ts';
import type { Visitor } from '../visitor.ts';
import { furnishAsset } from './asset.ts';
import { furnishChannel } from './channel.ts';
import { furnishKey } from './key.ts';
import { furnishOrganization } from './organization.ts';
import { furnishSeries } from './series.ts';
import { furnishSession } from './session.ts';
import { furnishTags } from './tags.ts';
import { furnishTranscript } from './transcript.ts';
import { furnishWebhook } from './webhook.ts';

/** Ids by the names they have in addresses: `{id}` is a video's, the others are called by their noun. */
export type Furnished = Record<string, string>;
export type Owner = Visitor & { id: string };

/**
 * Somebody's belongings, one of each kind: what every operation of the description can be called on. Each noun has a
 * file of its own here that adds what it makes.
 */
export async function furnish(owner: Owner, visibility: 'public' | 'private'): Promise<Furnished> {
  const { id } = await makeVideo(owner, { visibility });
  const at: Furnished = { id, userId: owner.id };
  for (const add of [
    furnishVideo,
    furnishOrganization,
    furnishChannel,
    furnishSeries,
    furnishTags,
    furnishAsset,
    furnishTranscript,
    furnishKey,
    furnishSession,
    furnishWebhook,
  ])
    Object.assign(at, await add(owner, at));
  return at;
}

/** What a video has: a chapter, a comment, a screening, a link. */
async function furnishVideo(owner: Owner, { id }: Furnished): Promise<Furnished> {
  const make = async (path: string, json: object): Promise<Made> => {
    const answer = await owner.post(`/api/videos/${id}/${path}`, json);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const chapter = await make('chapters', { title: 'One', startSeconds: 0, endSeconds: 5 });
  const comment = await make('comments', { content: 'Words' });
  const { screening } = await make('screenings', {});
  const { id: linkId, token = '' } = await make('links', {});
  const shortId = screening?.shortId ?? '';
  return { chapterId: chapter.id, commentId: comment.id, shortId, linkId, token };
}

interface Made {
  id: string;
  token?: string;
  screening?: { shortId: string };
}
