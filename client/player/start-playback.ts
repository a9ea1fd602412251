/** Tries to start an element. Browsers refuse sound before the viewer has done something on the page. */
export async function startPlayback(video: HTMLVideoElement): Promise<'started' | 'blocked'> {
  try {
    await video.play();
    return 'started';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotAllowedError') return 'blocked';
    // A pause or a new source came between: whoever caused it knows.
    return 'started';
  }
}
