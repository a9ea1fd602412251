/** The element itself goes full screen, so that markers and overlays go with it; iPhones know only the video's own. */
export function toggleFullscreen(player: HTMLElement): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen();
  else void player.requestFullscreen?.().catch(() => undefined);
}

export function togglePictureInPicture(video: HTMLVideoElement): void {
  if (document.pictureInPictureElement !== null) void document.exitPictureInPicture();
  else if (document.pictureInPictureEnabled) void video.requestPictureInPicture().catch(() => undefined);
}

export function toggleCaptions(video: HTMLVideoElement): void {
  const captions = [...video.textTracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  const isShown = captions.some((track) => track.mode === 'showing');
  for (const track of captions) track.mode = 'disabled';
  const [first] = captions;
  if (first !== undefined && !isShown) first.mode = 'showing';
}
