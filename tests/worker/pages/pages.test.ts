import { describe, expect, test } from 'vitest';
import { collectAssets } from '#worker/pages/assets.ts';
import { formatLength } from '#worker/pages/format-length.ts';
import { toScriptJson } from '#worker/pages/script-json.ts';
import { videoObject } from '#worker/pages/video-object.ts';
import type { Video } from '#worker/library/view.ts';
import { firstFilesOf } from '#worker/media/playback-url.ts';

describe('assets of a page', () => {
  const manifest = {
    'ui/page.css': { file: 'assets/page-1.css' },
    'app/watch/main.tsx': {
      file: 'assets/watch-1.js',
      imports: ['_a.js', '_b.js'],
      css: ['assets/watch-1.css'],
    },
    '_a.js': { file: 'assets/a-1.js', imports: ['_b.js'] },
    '_b.js': { file: 'assets/b-1.js', imports: ['_a.js'], css: ['assets/b-1.css'] },
  };

  test('each file once, also where chunks import each other', () => {
    expect(collectAssets(manifest, 'app/watch/main.tsx')).toEqual({
      script: '/assets/watch-1.js',
      preloads: ['/assets/a-1.js', '/assets/b-1.js'],
      styles: ['/assets/page-1.css', '/assets/b-1.css', '/assets/watch-1.css'],
    });
  });

  test('what the watch page asks for as soon as it runs is fetched beside it, wherever packages lie', () => {
    const library = '../../elsewhere/node_modules/hls.js/dist/hls.light.mjs';
    const chunks = {
      ...manifest,
      'app/watch/on-stage.ts': { file: 'assets/stage-1.js', imports: ['_a.js'] },
      [library]: { file: 'assets/hls-1.js' },
    };
    expect(collectAssets(chunks, 'app/watch/main.tsx').preloads).toEqual([
      '/assets/a-1.js',
      '/assets/b-1.js',
      '/assets/stage-1.js',
      '/assets/hls-1.js',
    ]);
  });

  test('a page without a script has the styles only, and so has one whose entry is not built', () => {
    const bare = { script: null, preloads: [], styles: ['/assets/page-1.css'] };
    expect([collectAssets(manifest, null), collectAssets(manifest, 'app/gone.tsx')]).toEqual([bare, bare]);
  });
});

test('data in a page cannot end its element', () => {
  const value = { title: '</script><script>alert(1)</script><!-- & \u2028' };
  const text = toScriptJson(value);
  expect(text).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(text)).toEqual(value);
});

test('lengths as people write them', () => {
  expect([0, 59.6, 596, 3723].map(formatLength)).toEqual(['0:00', '1:00', '9:56', '1:02:03']);
});

test('search engines are told of chapters as clips', () => {
  const video = {
    shortId: 'abcdefghijk',
    title: 'Big Buck Bunny',
    description: null,
    author: { id: 'a', name: 'Blender' },
    durationSeconds: 3723.4,
    likeCount: 3,
    thumbnailUrl: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    publishedAt: null,
  } as Video;
  const chapters = [{ id: 'c', title: 'Opening', startSeconds: 0, endSeconds: 12.5 }];
  expect(videoObject(video, chapters, 'https://l.example')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'VideoObject',
    name: 'Big Buck Bunny',
    description: 'Big Buck Bunny',
    url: 'https://l.example/v/abcdefghijk',
    uploadDate: '2026-01-01T00:00:00.000Z',
    duration: 'PT1H2M3S',
    author: { '@type': 'Person', name: 'Blender' },
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: { '@type': 'LikeAction' },
      userInteractionCount: 3,
    },
    hasPart: [
      {
        '@type': 'Clip',
        name: 'Opening',
        startOffset: 0,
        endOffset: 12.5,
        url: 'https://l.example/v/abcdefghijk?t=0',
      },
    ],
  });
});

test('a player reads playlists and init segment first, and the first segment only from the start', () => {
  const url = '/media/grant/abcdefghijk/1-2/master.m3u8';
  const names = (isFromStart: boolean) =>
    firstFilesOf(url, isFromStart).map((file) => file.replace('/media/grant/abcdefghijk/1-2/', ''));
  expect(names(true)).toEqual(['master.m3u8', 'index.m3u8', 'init.mp4', 's0.m4s']);
  expect(names(false)).toEqual(['master.m3u8', 'index.m3u8', 'init.mp4']);
});
