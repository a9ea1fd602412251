import { writeMasterPlaylist, writeMediaPlaylist } from '../hls/playlists.ts';
import { indexKey, posterKey, sourceKey, storyboardKey } from '../keys.ts';
import { loadFragment, loadSidecar } from '../sidecar/load-sidecar.ts';
import type { SidecarHead } from '../sidecar/sidecar-head.ts';
import { StoredTiles, writeStoryboardTrack } from '../storyboard/tiles.ts';
import type { BodyPart } from './body-parts.ts';

/** What an address under /media stands for: bytes at hand, or a body of parts still to be read. */
export type MediaFile = {
  contentType: string;
  /** Segments never change under their address; a playlist may learn of new renditions. */
  isImmutable: boolean;
  tag: string;
} & ({ kind: 'bytes'; bytes: Uint8Array } | { kind: 'parts'; parts: BodyPart[] });

const PLAYLIST = { contentType: 'application/vnd.apple.mpegurl', isImmutable: false };
const MEDIA = { contentType: 'video/mp4', isImmutable: true };
const encoder = new TextEncoder();

export async function findMediaFile(
  bucket: R2Bucket,
  { shortId, version, file }: { shortId: string; version: string; file: string },
): Promise<MediaFile | undefined> {
  const tag = `"${version}.${file}"`;
  if (file === 'poster.jpg') return findPicture(bucket, posterKey(shortId));
  if (file === 'storyboard.jpg') return findPicture(bucket, storyboardKey(shortId));
  if (file === 'storyboard.vtt') return findStoryboard(bucket, storyboardKey(shortId));
  const key = indexKey(shortId, version);
  const head = await loadSidecar(bucket, key);
  if (!head) return undefined;
  if (file === 'master.m3u8') return playlist(tag, writeMasterPlaylist(head.facts));
  if (file === 'index.m3u8') return playlist(tag, writeMediaPlaylist(head.segmentDurations()));
  if (file === 'init.mp4') return { ...MEDIA, tag, kind: 'bytes', bytes: head.init };
  const number = /^s(0|[1-9]\d{0,6})\.m4s$/.exec(file)?.[1];
  if (number === undefined) return undefined;
  const parts = segmentParts(bucket, { key, head, number: Number(number) }, sourceKey(shortId));
  return parts && { ...MEDIA, tag, kind: 'parts', parts };
}

const playlist = (tag: string, text: string): MediaFile => ({
  ...PLAYLIST,
  tag,
  kind: 'bytes',
  bytes: encoder.encode(text),
});

/** S1: the fragment, then the ranges of the uploaded file. */
function segmentParts(
  bucket: R2Bucket,
  at: { key: string; head: SidecarHead; number: number },
  source: string,
): BodyPart[] | undefined {
  const segment = at.head.segment(at.number);
  if (!segment) return undefined;
  const fragment = { kind: 'memory' as const, load: () => loadFragment(bucket, at) };
  const media = { kind: 'object' as const, key: source };
  return [
    { source: fragment, offset: 0, length: segment.fragmentBytes },
    ...segment.ranges.map((range) => ({ source: media, ...range })),
  ];
}

/** S8: made of how the pictures lie, whenever it is asked for. */
async function findStoryboard(bucket: R2Bucket, key: string): Promise<MediaFile | undefined> {
  const object = await bucket.head(key);
  const tiles = StoredTiles.safeParse(object?.customMetadata);
  if (!object || !tiles.success) return undefined;
  const bytes = encoder.encode(writeStoryboardTrack(tiles.data, 'storyboard.jpg'));
  return {
    contentType: 'text/vtt; charset=utf-8',
    isImmutable: false,
    tag: object.httpEtag,
    kind: 'bytes',
    bytes,
  };
}

async function findPicture(bucket: R2Bucket, key: string): Promise<MediaFile | undefined> {
  const object = await bucket.head(key);
  if (!object) return undefined;
  const parts = [{ source: { kind: 'object' as const, key }, offset: 0, length: object.size }];
  return { contentType: 'image/jpeg', isImmutable: false, tag: object.httpEtag, kind: 'parts', parts };
}
