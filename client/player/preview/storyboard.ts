/** Which part of which picture shows a stretch of the video. */
export interface Tile {
  startSeconds: number;
  endSeconds: number;
  pictureUrl: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const CUE = /([\d:.]+)\s+-->\s+([\d:.]+)[^\n]*\n([^\n#]+)#xywh=(\d+),(\d+),(\d+),(\d+)/g;

/** Reads a WebVTT track of pictures; what is none is passed over. */
export function readStoryboard(text: string, trackUrl: string): Tile[] {
  return [...text.replace(/\r\n?/g, '\n').matchAll(CUE)].flatMap((match) => {
    const [, start = '', end = '', name = '', ...numbers] = match;
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
    if (width === 0 || height === 0) return [];
    const pictureUrl = new URL(name.trim(), trackUrl).href;
    return { startSeconds: secondsOf(start), endSeconds: secondsOf(end), pictureUrl, x, y, width, height };
  });
}

/** `01:02:03.500`, hours may be left out. */
const secondsOf = (time: string): number =>
  time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);

/** The picture of that moment; the last one shows the end, too. */
export const tileAt = (tiles: readonly Tile[], seconds: number): Tile | undefined =>
  tiles.find((tile) => tile.startSeconds <= seconds && seconds < tile.endSeconds) ??
  (seconds >= (tiles.at(-1)?.endSeconds ?? Infinity) ? tiles.at(-1) : undefined);

/** A video's pictures, fetched when they are looked at for the first time. */
export class Storyboard {
  readonly #url: string;
  readonly #onLoad: () => void;
  #tiles: readonly Tile[] = [];
  #isAskedFor = false;
  readonly #pictures = new Map<string, HTMLImageElement>();

  constructor(url: string, onLoad: () => void) {
    this.#url = new URL(url, document.baseURI).href;
    this.#onLoad = onLoad;
  }

  /** The picture of that moment with the whole it is cut from; undefined until both are there. */
  at(seconds: number): { tile: Tile; picture: HTMLImageElement } | undefined {
    if (!this.#isAskedFor) void this.#load();
    const tile = tileAt(this.#tiles, seconds);
    const picture = tile && this.#pictureOf(tile.pictureUrl);
    return tile && picture?.complete && picture.naturalWidth > 0 ? { tile, picture } : undefined;
  }

  async #load(): Promise<void> {
    this.#isAskedFor = true;
    try {
      const answer = await fetch(this.#url);
      if (answer.ok) this.#tiles = readStoryboard(await answer.text(), this.#url);
      this.#onLoad();
    } catch {
      // Without pictures a preview tells the time and the chapter; the next look tries again.
      this.#isAskedFor = false;
    }
  }

  #pictureOf(url: string): HTMLImageElement {
    const known = this.#pictures.get(url);
    if (known) return known;
    const picture = new Image();
    picture.addEventListener('load', () => this.#onLoad());
    picture.src = url;
    this.#pictures.set(url, picture);
    return picture;
  }
}
