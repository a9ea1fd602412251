const PLAYLIST = 'application/vnd.apple.mpegurl';

/**
 * AirPlay sends an address, not what a page has put together: beside the media source stands the playlist itself, which
 * Safari hands to the television. Without it Safari does not even offer to.
 */
export function offerAirPlay(video: HTMLVideoElement, url: string): void {
  if (!('WebKitPlaybackTargetAvailabilityEvent' in globalThis)) return;
  if (video.querySelector(`source[type="${PLAYLIST}"]`) !== null) return;
  const source = document.createElement('source');
  source.type = PLAYLIST;
  source.src = url;
  video.append(source);
  video.disableRemotePlayback = false;
}
