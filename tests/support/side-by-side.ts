import type { Browser } from 'playwright-core';

/** One picture of several windows of one size, each in a frame, a little apart. */
export async function sideBySide(
  browser: Browser,
  windows: Buffer[],
  size: { width: number; height: number },
  path: string,
): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: (size.width + 48) * windows.length + 48, height: size.height + 128 },
  });
  const frames = windows.map(
    (picture) => `<figure><div><i></i><i></i><i></i></div>
      <img src="data:image/png;base64,${picture.toString('base64')}" width="${size.width}"></figure>`,
  );
  await page.setContent(`<style>
      body { margin: 0; display: flex; gap: 48px; padding: 48px; background: #dfe3ee; }
      figure { margin: 0; border-radius: 12px; overflow: hidden; box-shadow: 0 18px 50px rgb(20 24 40 / 0.35); }
      figure div { display: flex; gap: 8px; padding: 10px 14px; background: #23262f; }
      i { width: 12px; height: 12px; border-radius: 6px; background: #4a4f5d; }
      img { display: block; }
    </style>${frames.join('')}`);
  await page
    .locator('img')
    .last()
    .evaluate((image) => (image as HTMLImageElement).decode());
  await page.screenshot({ path });
  await page.close();
}
