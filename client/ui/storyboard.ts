/** One small picture of the timeline: where it lies in the picture that holds them all. */
export interface Tile {
  startSeconds: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Storyboard {
  pictureUrl: string;
  tiles: readonly Tile[];
}

const CUE = /^((?:\d+:)?\d+:\d+(?:\.\d+)?) --> .*\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/gm;

/** The storyboard a WebVTT track describes; undefined for a track of anything else. */
export function readStoryboard(track: string, trackUrl: string): Storyboard | undefined {
  let name: string | undefined;
  const tiles = [...track.matchAll(CUE)].map(([, start = '', picture = '', ...box]): Tile => {
    name ??= picture;
    const [x = 0, y = 0, width = 0, height = 0] = box.map(Number);
    return { startSeconds: secondsOf(start), x, y, width, height };
  });
  return name === undefined ? undefined : { pictureUrl: new URL(name, trackUrl).href, tiles };
}

const secondsOf = (time: string): number =>
  time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);

/** The picture at a share of the video's length, from 0 to 1. */
export function tileAt(tiles: readonly Tile[], share: number, durationSeconds: number): Tile | undefined {
  const at = Math.max(0, Math.min(1, share)) * durationSeconds;
  return tiles.findLast(({ startSeconds }) => startSeconds <= at) ?? tiles[0];
}

/** How a tile is cut out of the whole by a background of any size: all in per cent. */
export function cutOf(
  tile: Tile,
  whole: { width: number; height: number },
): { size: string; position: string } {
  const share = (offset: number, side: number, all: number) =>
    all > side ? (offset / (all - side)) * 100 : 0;
  return {
    size: `${(whole.width / tile.width) * 100}% ${(whole.height / tile.height) * 100}%`,
    position: `${share(tile.x, tile.width, whole.width)}% ${share(tile.y, tile.height, whole.height)}%`,
  };
}
