const WIDTH_PIXELS = 1280;
const JPEG_QUALITY = 0.82;

/** A JPEG of what a video shows, or of a picture's file, as large as a poster is. Throws where it cannot be read. */
export async function jpegOf(source: HTMLVideoElement | File): Promise<Blob> {
  const picture = await createImageBitmap(source).catch(() => {
    throw new Error('This picture cannot be read. Choose a JPEG, PNG or WebP.');
  });
  const scale = Math.min(1, WIDTH_PIXELS / picture.width);
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}
