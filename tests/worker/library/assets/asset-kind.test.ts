import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHeaders } from '#worker/library/assets/asset-content.ts';
import { ASSET_TYPES, decideAssetKind } from '#worker/library/assets/asset-kind.ts';
import { bytesOf, gif, jpeg, png, webp } from './bytes.ts';

const ANY = 'application/octet-stream';
const ftyp = (brand: string) => bytesOf([0, 0, 0, 16], 'ftyp', brand, [0, 0, 0, 0]);

test.each([
  ['PNG', png(1, 1), 'image/jpeg', 'image', 'image/png'],
  ['JPEG', jpeg(1, 1), ANY, 'image', 'image/jpeg'],
  ['GIF', gif(1, 1), ANY, 'image', 'image/gif'],
  ['WebP', webp.lossy(1, 1), ANY, 'image', 'image/webp'],
  ['AVIF', ftyp('avif'), ANY, 'image', 'image/avif'],
  ['HEIC', ftyp('heic'), ANY, 'image', 'image/heic'],
  ['MP4', ftyp('isom'), ANY, 'video', 'video/mp4'],
  ['M4A', ftyp('M4A '), ANY, 'audio', 'audio/mp4'],
  ['MP4 with sound', ftyp('isom'), 'audio/mp4', 'audio', 'audio/mp4'],
  ['WebM', bytesOf([0x1a, 0x45, 0xdf, 0xa3], 'xxxxwebm'), ANY, 'video', 'video/webm'],
  ['WAV', bytesOf('RIFFxxxxWAVE'), ANY, 'audio', 'audio/wav'],
  ['MP3 with a tag', bytesOf('ID3\x04'), ANY, 'audio', 'audio/mpeg'],
  ['MP3 without one', bytesOf([0xff, 0xfb, 0x90, 0x44]), ANY, 'audio', 'audio/mpeg'],
  ['Ogg', bytesOf('OggS\0'), ANY, 'audio', 'audio/ogg'],
  ['PDF', bytesOf('%PDF-1.7'), 'application/pdf', 'document', 'application/pdf'],
  ['text', bytesOf('Words, and more words.\n'), 'text/markdown', 'document', 'text/plain'],
  ['HTML, which is text', bytesOf('<html><script>'), 'text/html', 'document', 'text/plain'],
  ['ZIP', bytesOf('PK\x03\x04'), ANY, 'other', 'application/zip'],
  ['anything else', bytesOf([1, 2, 3, 200]), ANY, 'other', ANY],
] as const)('%s is known by its first bytes', (_, head, declared, type, mimeType) => {
  expect(decideAssetKind(head, declared)).toEqual({ kind: 'taken', type, mimeType });
});

test.each([
  ['a Windows program', bytesOf('MZ\x90'), ANY, /Windows program/],
  ['a script', bytesOf('#!/bin/sh\n'), 'text/plain', /script/],
  ['a program called a picture', bytesOf('\x7fELF'), 'image/png', /Linux program/],
  [
    'a PDF called a picture',
    bytesOf('%PDF-1.7'),
    'image/png',
    /declared as image\/png, but .* application\/pdf/,
  ],
  ['a picture called a film', png(1, 1), 'video/mp4', /it is image\/png/],
  ['an SVG', bytesOf('<svg xmlns="…">'.replace('…', 'x')), 'image/svg+xml', /Export it as PNG/],
  ['HTML called a picture', bytesOf('<html>'), 'image/gif', /it is text\/plain/],
])('%s is refused, and told why', (_, head, declared, reason) => {
  expect(decideAssetKind(head, declared)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
});

test('nothing that runs in a browser is ever served as what it is', () => {
  const declared = fc.constantFrom(
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/javascript',
    ANY,
  );
  const head = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc.string().map((text) => bytesOf(`<svg>${text}`)),
  );
  fc.assert(
    fc.property(head, declared, (bytes, mimeType) => {
      const kind = decideAssetKind(bytes, mimeType);
      if (kind.kind === 'refused') return;
      expect(ASSET_TYPES).toContain(kind.type);
      const headers = contentHeaders(kind.mimeType, 'x.svg');
      expect(headers['content-type']).toMatch(
        /^(image\/(png|jpeg|gif|webp|avif)|(video|audio)\/[\w-]+|application\/octet-stream)$/,
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      });
    }),
  );
});

test('what no browser shows is handed out as a file, under a name that ends no header', () => {
  expect(contentHeaders('text/plain', `a"b\r\nc; ü*.txt`)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''a%22b%0D%0Ac%3B%20%C3%BC%2A.txt",
  });
  expect(contentHeaders('image/png', 'a.png')['content-disposition']).toBe("inline; filename*=UTF-8''a.png");
});
