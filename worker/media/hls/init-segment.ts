import { BoxWriter } from '../mp4/box-writer.ts';
import type { Track } from '../mp4/track.ts';

const MOVIE_TIMESCALE = 1000;
const TRACK_ENABLED_IN_MOVIE = 7;
const SELF_CONTAINED = 1;
const IDENTITY_MATRIX = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

/** The segment every fragment leans on: the tracks' descriptions, with no samples of its own. */
export function writeInitSegment(tracks: Track[]): Uint8Array {
  const writer = new BoxWriter();
  writer.box('ftyp', () => writer.text('iso6').u32(0).text('iso6mp41cmfc'));
  writer.box('moov', () => {
    writeMovieHeader(writer, tracks.length + 1);
    tracks.forEach((track, index) => writeTrack(writer, track, index + 1));
    writer.box('mvex', () => {
      tracks.forEach((_, index) => {
        writer.fullBox('trex', 0, 0, () => {
          writer
            .u32(index + 1)
            .u32(1)
            .zeros(12);
        });
      });
    });
  });
  return writer.take();
}

function writeMovieHeader(writer: BoxWriter, nextTrackId: number): void {
  writer.fullBox('mvhd', 0, 0, () => {
    writer.zeros(8).u32(MOVIE_TIMESCALE).u32(0);
    writer.u32(0x10000).u16(0x100).zeros(10);
    for (const number of IDENTITY_MATRIX) writer.u32(number);
    writer.zeros(24).u32(nextTrackId);
  });
}

function writeTrack(writer: BoxWriter, track: Track, trackId: number): void {
  const isVideo = track.kind === 'video';
  writer.box('trak', () => {
    writer.fullBox('tkhd', 0, TRACK_ENABLED_IN_MOVIE, () => {
      writer.zeros(8).u32(trackId).zeros(8).zeros(12);
      writer.u16(isVideo ? 0 : 0x100).u16(0);
      writer.bytes(track.matrix).u32(track.displayWidth).u32(track.displayHeight);
    });
    writer.box('mdia', () => {
      writer.fullBox('mdhd', 0, 0, () => {
        writer.zeros(8).u32(track.timescale).u32(0).u16(track.language).u16(0);
      });
      writer.fullBox('hdlr', 0, 0, () => {
        const type = isVideo ? 'vide' : 'soun';
        writer.u32(0).text(type).zeros(12).text(type).u8(0);
      });
      writer.box('minf', () => writeMediaInformation(writer, track));
    });
  });
}

function writeMediaInformation(writer: BoxWriter, track: Track): void {
  if (track.kind === 'video') writer.fullBox('vmhd', 0, 1, () => writer.zeros(8));
  else writer.fullBox('smhd', 0, 0, () => writer.zeros(4));
  writer.box('dinf', () => {
    writer.fullBox('dref', 0, 0, () => {
      writer.u32(1).fullBox('url ', 0, SELF_CONTAINED, () => undefined);
    });
  });
  writer.box('stbl', () => {
    writer.bytes(track.entry.description);
    for (const type of ['stts', 'stsc', 'stco']) writer.fullBox(type, 0, 0, () => writer.u32(0));
    writer.fullBox('stsz', 0, 0, () => writer.zeros(8));
  });
}
