import { AppError } from '#worker/http/app-error.ts';
import { surveyTrack } from '#worker/media/hls/survey.ts';
import { locateMoov, type ReadRange } from '#worker/media/mp4/locate-moov.ts';
import { MediaError } from '#worker/media/mp4/media-error.ts';
import { chooseTracks, readMovie } from '#worker/media/mp4/movie.ts';
import type { ImageSize } from './image-size.ts';

export interface MovieFacts {
  durationSeconds: number | null;
  dimensions: ImageSize | null;
  isSoundOnly: boolean;
}

/** How long an MP4 lasts and how large it is, by its index. Throws UNSUPPORTED_MEDIA, with why, for a damaged one. */
export async function readMovieFacts(
  bucket: R2Bucket,
  key: string,
  sizeBytes: number,
  head: Uint8Array,
): Promise<MovieFacts> {
  const read: ReadRange = async (offset, length) => {
    const part = await bucket.get(key, { range: { offset, length } });
    if (!part) throw new Error(`${key} is gone while it is read`);
    return new Uint8Array(await part.arrayBuffer());
  };
  try {
    return factsOf(await locateMoov(read, sizeBytes, head), sizeBytes);
  } catch (error) {
    if (error instanceof MediaError) throw new AppError('UNSUPPORTED_MEDIA', error.message, { cause: error });
    throw error;
  }
}

function factsOf(moov: Uint8Array, sizeBytes: number): MovieFacts {
  const movie = readMovie(moov);
  const { video, audio } = chooseTracks(movie);
  const tracks = [video, audio].filter((track) => track !== undefined);
  if (tracks.length === 0) throw new MediaError('The file contains no picture and no sound.');
  // A fragmented file has its samples elsewhere: how long it lasts is not known without reading it all.
  const seconds = movie.isFragmented
    ? 0
    : Math.max(...tracks.map((track) => surveyTrack(movie.moov, track, sizeBytes).endSeconds));
  const [width, height] = [video?.displayWidth ?? 0, video?.displayHeight ?? 0].map((size) =>
    Math.round(size / 65_536),
  );
  const isTurned = video?.isTurned ?? false;
  return {
    durationSeconds: seconds > 0 && seconds < 1e7 ? Math.max(0.001, Math.round(seconds * 1000) / 1000) : null,
    dimensions:
      width && height ? { width: isTurned ? height : width, height: isTurned ? width : height } : null,
    isSoundOnly: video === undefined,
  };
}
