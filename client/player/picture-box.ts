/** A rectangle in an element, from its top left. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** Where the picture stands in its element: as large as fits, in the middle (`object-fit: contain`). */
export function pictureBox(element: Size, picture: Size): Box {
  if (!(picture.width > 0 && picture.height > 0)) return { left: 0, top: 0, ...element };
  const scale = Math.min(element.width / picture.width, element.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { left: (element.width - width) / 2, top: (element.height - height) / 2, width, height };
}

/** Keeps `layer` exactly over the visible picture, whatever happens to either size. */
export function coverPicture(layer: HTMLElement, video: HTMLVideoElement): void {
  const fit = () => {
    const { left, top, width, height } = pictureBox(
      { width: video.clientWidth, height: video.clientHeight },
      { width: video.videoWidth, height: video.videoHeight },
    );
    Object.assign(layer.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  };
  new ResizeObserver(fit).observe(video);
  for (const name of ['loadedmetadata', 'resize', 'emptied']) video.addEventListener(name, fit);
}
