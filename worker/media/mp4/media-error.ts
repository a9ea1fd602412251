/**
 * A file that cannot become a video. The message is a whole sentence for the person who uploaded it; it is
 * stored as the video's `processing_error`. Whatever a file contains, reading it ends in a value or in this.
 */
export class MediaError extends Error {
  override readonly name = 'MediaError';
}

export const damaged = (what: string): MediaError =>
  new MediaError(`The file is damaged: ${what}. Export it again from where it was made.`);
