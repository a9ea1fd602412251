import { purgeAssets, listReleased } from '#worker/library/assets/asset-retention.queries.ts';
import { AssetListQuery } from '#worker/library/assets/asset-input.ts';
import { listAssets } from '#worker/library/assets/asset-list.queries.ts';
import { findAsset } from '#worker/library/assets/asset-row.queries.ts';
import { MarketListQuery } from '#worker/library/assets/market-input.ts';
import { findOffer, listMarket } from '#worker/library/assets/market.queries.ts';
import { listCategories } from '#worker/library/categories.queries.ts';
import { listChannelMembers } from '#worker/library/channel-members.queries.ts';
import { listChannels } from '#worker/library/channels.queries.ts';
import { listSeries } from '#worker/library/series.queries.ts';
import { listGlobalTags, listTags } from '#worker/library/tags.queries.ts';
import { archiveOldVideos, claimTrash, listTrash, listUploadsOf } from '#worker/library/trash.queries.ts';
import { listVersions } from '#worker/library/versions.queries.ts';
import { findVideo } from '#worker/library/videos.queries.ts';
import { findUpload, findUploadTarget, listExpiredUploads } from '#worker/media/upload/uploads.queries.ts';
import { listParts } from '#worker/media/upload/parts.queries.ts';
import { listChapters, listChaptersBefore } from '#worker/outline/chapters.queries.ts';
import { findTranscript, listTranscripts } from '#worker/outline/transcripts.queries.ts';
import * as page from '#worker/pages/page.queries.ts';
import { actorOf } from '#worker/accounts/viewer.ts';
import { list, one, OWN_FEW, type Asking, type Listed, type Terms } from './listed.ts';

const ALL_CHAPTERS: Terms = { sorted: 500, why: 'all of a video, on one page' };
const SORTS = ['recent', 'used', 'popular', 'name'] as const;

function assetLists({ db, viewer, cast }: Asking): Listed[] {
  const assets = (name: string, query: object): Listed =>
    list(listAssets, `assets, ${name}`, OWN_FEW, (asked) =>
      listAssets(db, viewer, { ...AssetListQuery.parse(query), ...asked }),
    );
  const market = (name: string, query: object): Listed =>
    list(listMarket, `the market, ${name}`, {}, (asked) =>
      listMarket(db, viewer, { ...MarketListQuery.parse(query), ...asked }),
    );
  return [
    ...(['user', 'system', 'market', 'all'] as const).flatMap((source) =>
      SORTS.map((sort) => assets(`${source}, ${sort}`, { source, sort })),
    ),
    assets('generated', { source: 'generation' }),
    assets('of a type', { type: 'image' }),
    assets('called so', { q: 'abc' }),
    assets('in the trash', { deleted: 'true' }),
    ...SORTS.map((sort) => market(sort, { sort })),
    ...SORTS.map((sort) => market(`mine, ${sort}`, { sort, creator: 'me' })),
    market('called so', { q: 'abc' }),
    one(findAsset, 'an asset', () => findAsset(db, viewer, cast.asset)),
    one(findOffer, 'an offer', () => findOffer(db, viewer, cast.offer)),
  ];
}

export function libraryLists(asking: Asking): Listed[] {
  const { cast, db, viewer } = asking;
  const { organization, video: ref } = cast;
  const before = new Date();
  const monthAgo = new Date(before.getTime() - 30 * 86_400_000);
  return [
    list(listChannels, 'channels', {}, (asked) => listChannels(db, viewer, organization, asked)),
    list(listChannelMembers, 'members of a channel', {}, (asked) =>
      listChannelMembers(db, viewer, cast.channel, asked),
    ),
    list(listSeries, 'series', {}, (asked) => listSeries(db, viewer, organization, asked)),
    list(listTags, 'tags of an organization', {}, (asked) => listTags(db, viewer, organization, asked)),
    list(listGlobalTags, 'tags for everybody', {}, (asked) => listGlobalTags(db, viewer, asked)),
    one(listCategories, 'categories', () => listCategories(db, viewer)),
    one(listVersions, 'versions of a video', () => listVersions(db, viewer, ref)),
    one(findVideo, 'a video', () => findVideo(db, viewer, ref)),
    list(listTrash, 'the trash', {}, (asked) => listTrash(db, viewer, asked)),
    one(listChapters, 'chapters', () => listChapters(db, viewer, ref), ALL_CHAPTERS),
    one(
      listChaptersBefore,
      'chapters before an edit',
      () => listChaptersBefore(db, viewer, ref, [ref]),
      ALL_CHAPTERS,
    ),
    one(listTranscripts, 'transcripts', () => listTranscripts(db, viewer, ref)),
    list(
      findTranscript,
      'what is said',
      {},
      async (asked) => (await findTranscript(db, viewer, { ref, language: 'en', asked }))?.page,
    ),
    one(findUpload, 'an upload', () => findUpload(db, actorOf(viewer), cast.upload)),
    one(findUploadTarget, 'a video that waits for its file', () =>
      findUploadTarget(db, actorOf(viewer), ref),
    ),
    one(listParts, 'parts of an upload', () => listParts(db, cast.upload)),
    one(page.listChapters, 'chapters on a page', () => page.listChapters(db, viewer, ref), ALL_CHAPTERS),
    one(page.findScreening, 'a screening on a page', () => page.findScreening(db, viewer, cast.screening)),
    one(page.listHomeVideos, 'videos on the first page', () => page.listHomeVideos(db, viewer)),
    one(listUploadsOf, 'uploads of a video', () => listUploadsOf(db, ref)),
    one(listExpiredUploads, 'hourly: uploads', () => listExpiredUploads(db, before, 100)),
    one(claimTrash, 'nightly: the trash', () => claimTrash(db, 100)),
    one(archiveOldVideos, 'nightly: what is archived by age', () => archiveOldVideos(db, 100), {
      touched: 10_000,
      scans: ['videos'],
      why: 'once a night',
    }),
    one(purgeAssets, 'nightly: assets', () =>
      purgeAssets(db, { deletedBefore: monthAgo, unfinishedBefore: before, most: 20 }),
    ),
    one(
      listReleased,
      'nightly: objects let go of',
      () => listReleased(db, { releasedBefore: before, most: 100 }),
      {
        touched: 10_000,
        sorted: 8000,
        scans: ['released_objects'],
        why: 'once a night, of what that night leaves nothing',
      },
    ),
    ...assetLists(asking),
  ];
}
