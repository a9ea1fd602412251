import { api } from '#client/api/client.ts';

/** Small pictures of the whole timeline in one, row by row. */
export interface Storyboard {
  picture: Blob;
  columns: number;
  rows: number;
  count: number;
  intervalSeconds: number;
}

/** How the pictures lie: what is decided before the first is drawn. */
export type StoryboardPlan = Omit<Storyboard, 'picture'> & { tileWidth: number; tileHeight: number };

const MOST_TILES = 100;
const LEAST_INTERVAL_SECONDS = 1;
/** So short a video is decoded whole, for pictures of their very moment; of a longer one, keyframes stand for more. */
const SHORT_SECONDS = 120;
const KEYFRAME_WITHIN_SECONDS = 10;
/** The longer edge of one picture: twice what players show, for dense screens. */
const TILE_PIXELS = 240;
const MOST_BYTES = 1024 * 1024;
const QUALITIES = [0.7, 0.5, 0.3];

/** At most a hundred pictures, evenly along the video; undefined where there is nothing to show. */
export function planStoryboard(
  durationSeconds: number,
  size: { width: number; height: number },
): StoryboardPlan | undefined {
  if (!(durationSeconds > 0 && size.width > 0 && size.height > 0)) return undefined;
  const count = Math.max(1, Math.min(MOST_TILES, Math.floor(durationSeconds / LEAST_INTERVAL_SECONDS)));
  const columns = Math.ceil(Math.sqrt(count));
  const scale = Math.min(1, TILE_PIXELS / Math.max(size.width, size.height));
  return {
    count,
    columns,
    rows: Math.ceil(count / columns),
    // Whole milliseconds, as tracks tell time, and never short of the end.
    intervalSeconds: Math.ceil((durationSeconds / count) * 1000) / 1000,
    tileWidth: Math.max(1, Math.round(size.width * scale)),
    tileHeight: Math.max(1, Math.round(size.height * scale)),
  };
}

/**
 * Reads the file's pictures right here; `onProgress` hears shares from 0 to 1. Undefined where this browser cannot,
 * and when `signal` ends it: a video without previews is still a video.
 */
export async function makeStoryboard(
  file: Blob,
  signal: AbortSignal,
  onProgress: (share: number) => void = () => undefined,
): Promise<Storyboard | undefined> {
  try {
    return await drawStoryboard(file, signal, onProgress);
  } catch {
    return undefined;
  }
}

/** Best effort, like a poster. */
export async function sendStoryboard(videoId: string, storyboard: Storyboard): Promise<void> {
  const { picture, ...query } = storyboard;
  await api
    .PUT('/api/videos/{id}/storyboard', {
      params: { path: { id: videoId }, query },
      headers: { 'content-type': 'image/jpeg' },
      body: '',
      bodySerializer: () => picture,
    })
    .catch(() => undefined);
}

async function drawStoryboard(
  file: Blob,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Storyboard | undefined> {
  if (!('VideoDecoder' in window)) return undefined;
  const { BlobSource, CanvasSink, EncodedPacketSink, Input, MP4, QTFF } = await import('mediabunny');
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null || !(await track.canDecode())) return undefined;
    const [durationSeconds, width, height] = await Promise.all([
      track.computeDuration(),
      track.getDisplayWidth(),
      track.getDisplayHeight(),
    ]);
    const plan = planStoryboard(durationSeconds, { width, height });
    if (plan === undefined) return undefined;
    const tile = { width: plan.tileWidth, height: plan.tileHeight };
    const sheet = new OffscreenCanvas(plan.columns * tile.width, plan.rows * tile.height);
    const context = sheet.getContext('2d');
    if (context === null) return undefined;
    const packets = new EncodedPacketSink(track);
    const moments = momentsOf(plan, async (seconds) => (await packets.getKeyPacket(seconds))?.timestamp);
    const sink = new CanvasSink(track, { ...tile, fit: 'fill', poolSize: 2 });
    let index = 0;
    for await (const drawn of sink.canvasesAtTimestamps(moments)) {
      signal.throwIfAborted();
      const [column, row] = [index % plan.columns, Math.floor(index / plan.columns)];
      if (drawn) context.drawImage(drawn.canvas, column * tile.width, row * tile.height);
      index += 1;
      onProgress(index / plan.count);
    }
    const picture = await compress(sheet);
    const { columns, rows, count, intervalSeconds } = plan;
    return picture && { picture, columns, rows, count, intervalSeconds };
  } finally {
    input.dispose();
  }
}

/** One moment of each stretch: its middle, or a keyframe not too long before, since that is decoded alone. */
export async function* momentsOf(
  { count, intervalSeconds }: Pick<StoryboardPlan, 'count' | 'intervalSeconds'>,
  keyframeBefore: (seconds: number) => Promise<number | undefined>,
): AsyncGenerator<number> {
  const isShort = count * intervalSeconds <= SHORT_SECONDS;
  const toleranceSeconds = Math.max(intervalSeconds / 2, isShort ? 0 : KEYFRAME_WITHIN_SECONDS);
  for (let index = 0; index < count; index += 1) {
    const middle = (index + 0.5) * intervalSeconds;
    const keyframe = await keyframeBefore(middle);
    yield keyframe !== undefined && middle - keyframe <= toleranceSeconds ? keyframe : middle;
  }
}

/** As good as fits. */
async function compress(sheet: OffscreenCanvas): Promise<Blob | undefined> {
  for (const quality of QUALITIES) {
    const picture = await sheet.convertToBlob({ type: 'image/jpeg', quality });
    if (picture.size <= MOST_BYTES) return picture;
  }
  return undefined;
}
