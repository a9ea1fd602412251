import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as Mediabunny from 'mediabunny';
import type { Browser } from 'playwright-core';
import { projectRoot } from '#worker/local/project-root.ts';

/** Answered by the bench itself; secure, since browsers encode for such pages only. */
const ORIGIN = 'https://films.test';

/** Encodes a film anew in the browser, as H.264 of the same size, with a keyframe at least every `keyframeSeconds`. */
export async function encodeAnew(
  browser: Browser,
  film: { from: string; to: string; keyframeSeconds: number },
): Promise<void> {
  const page = await browser.newPage();
  try {
    const library = readFileSync(
      path.join(projectRoot, 'node_modules/mediabunny/dist/bundles/mediabunny.min.mjs'),
    );
    await page.route(`${ORIGIN}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/film') return route.fulfill({ body: readFileSync(film.from) });
      if (pathname === '/mediabunny') return route.fulfill({ contentType: 'text/javascript', body: library });
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
    });
    await page.goto(ORIGIN);
    writeFileSync(film.to, Buffer.from(await page.evaluate(encode, film.keyframeSeconds), 'base64'));
  } finally {
    await page.close();
  }
}

/** Runs in the page: answers the new file's bytes in base 64. */
async function encode(keyFrameInterval: number): Promise<string> {
  const address = '/mediabunny';
  const library = (await import(address)) as typeof Mediabunny;
  const { ALL_FORMATS, BlobSource, BufferTarget, Conversion, Input, Mp4OutputFormat, Output } = library;
  const source = new BlobSource(await (await fetch('/film')).blob());
  const target = new BufferTarget();
  const conversion = await Conversion.init({
    input: new Input({ source, formats: ALL_FORMATS }),
    output: new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target }),
    video: { codec: 'avc', bitrate: 6_000_000, keyFrameInterval, forceTranscode: true },
  });
  await conversion.execute();
  if (!target.buffer) throw new Error('Nothing was encoded.');
  const reader = new FileReader();
  const read = new Promise((resolve) => reader.addEventListener('load', resolve));
  reader.readAsDataURL(new Blob([target.buffer]));
  await read;
  return String(reader.result).split(',')[1] ?? '';
}
