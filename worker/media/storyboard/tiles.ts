import { z } from '@hono/zod-openapi';
import { AppError } from '#worker/http/app-error.ts';

export const STORYBOARD_LIMITS = { bytes: 1024 * 1024, side: 20 };

const side = () => z.coerce.number().int().min(1).max(STORYBOARD_LIMITS.side);

/** How the small pictures lie in the one: row by row from the top left, each for the same stretch of time. */
export const Tiles = z.object({
  columns: side().openapi({ example: 10 }),
  rows: side().openapi({ example: 10 }),
  count: z.coerce
    .number()
    .int()
    .min(1)
    .max(STORYBOARD_LIMITS.side ** 2)
    .openapi({ example: 96, description: 'The last places may be empty.' }),
  intervalSeconds: z.coerce.number().min(0.1).max(3600).openapi({ example: 6.25 }),
});
export type Tiles = z.infer<typeof Tiles>;

/** With the size of one picture. Throws INVALID when the whole cannot be cut so. */
export function cutTiles(tiles: Tiles, picture: { width: number; height: number }): StoredTiles {
  const { columns, rows, count } = tiles;
  if (count > columns * rows)
    throw new AppError('INVALID', `${columns} × ${rows} pictures are fewer than ${count}.`);
  if (picture.width % columns !== 0 || picture.height % rows !== 0)
    throw new AppError(
      'INVALID',
      `${picture.width} × ${picture.height} pixels cannot be cut into ${columns} × ${rows} pictures of one size.`,
    );
  return { ...tiles, tileWidth: picture.width / columns, tileHeight: picture.height / rows };
}

const pixels = z.coerce.number().int().min(1);

/** What stands beside the picture in R2, as text. */
export const StoredTiles = Tiles.extend({ tileWidth: pixels, tileHeight: pixels });
export type StoredTiles = z.infer<typeof StoredTiles>;

/** The track that players read: which part of the picture shows which stretch of the video. */
export function writeStoryboardTrack(tiles: StoredTiles, pictureName: string): string {
  const { columns, count, intervalSeconds, tileWidth, tileHeight } = tiles;
  const cues = Array.from({ length: count }, (_, index) => {
    const [x, y] = [(index % columns) * tileWidth, Math.floor(index / columns) * tileHeight];
    const times = `${timeOf(index * intervalSeconds)} --> ${timeOf((index + 1) * intervalSeconds)}`;
    return `${times}\n${pictureName}#xywh=${x},${y},${tileWidth},${tileHeight}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

function timeOf(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const [hours, minutes, rest] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, ms % 60_000];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(hours)}:${two(minutes)}:${(rest / 1000).toFixed(3).padStart(6, '0')}`;
}
