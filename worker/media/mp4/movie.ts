import { childBoxes, findBox, getBox } from './box.ts';
import { openFullBox } from './full-box.ts';
import { damaged } from './media-error.ts';
import { readTrack, type Track } from './track.ts';

/** A file's moov, read: its facts, the bytes they came from and the tracks that can be shown or heard. */
export type Movie = { moov: Uint8Array; isFragmented: boolean; tracks: Track[] };

const MAX_TRACKS = 64;

export function readMovie(moov: Uint8Array): Movie {
  const root = childBoxes(moov, 0, moov.length).next().value;
  if (root?.type !== 'moov') throw damaged('its index is not where it says');
  const { version, reader } = openFullBox(moov, getBox(moov, root, 'mvhd'));
  reader.skip(version === 1 ? 16 : 8);
  const timescale = reader.u32();
  if (timescale === 0) throw damaged('it has no timescale');
  const tracks: Track[] = [];
  for (const box of childBoxes(moov, root.body, root.end)) {
    if (box.type !== 'trak') continue;
    const track = readTrack(moov, box, timescale);
    if (track) tracks.push(track);
    if (tracks.length > MAX_TRACKS) throw damaged(`it has more than ${MAX_TRACKS} tracks`);
  }
  return { moov, isFragmented: findBox(moov, root, 'mvex') !== undefined, tracks };
}

/** Still pictures some programs hang onto a file as a video track: cover art, not the film. */
const COVER_FORMATS = new Set(['jpeg', 'mjpg', 'png ', 'mp4v.6c']);

/** The picture and the sound that play: the first enabled track of each kind, else the first at all. */
export function chooseTracks(movie: Movie): { video: Track | undefined; audio: Track | undefined } {
  const pick = (kind: Track['kind']): Track | undefined => {
    const candidates = movie.tracks.filter(
      (track) => track.kind === kind && !COVER_FORMATS.has(track.entry.format),
    );
    return candidates.find((track) => track.isEnabled) ?? candidates[0];
  };
  return { video: pick('video'), audio: pick('audio') };
}
