import type { MediaFacts } from './media-index.ts';

export function writeMasterPlaylist(facts: MediaFacts): string {
  const attributes = [
    `BANDWIDTH=${facts.peakBitsPerSecond}`,
    `AVERAGE-BANDWIDTH=${facts.averageBitsPerSecond}`,
    `CODECS="${facts.codecs.join(',')}"`,
  ];
  if (facts.width && facts.height) attributes.push(`RESOLUTION=${facts.width}x${facts.height}`);
  const { frameRate } = facts;
  if (frameRate) attributes.push(`FRAME-RATE=${(frameRate.num / frameRate.den).toFixed(3)}`);
  return lines([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    `#EXT-X-STREAM-INF:${attributes.join(',')}`,
    'index.m3u8',
  ]);
}

export function writeMediaPlaylist(segmentDurations: Float64Array): string {
  const longest = segmentDurations.reduce((a, b) => Math.max(a, b), 0);
  const segments = Array.from(segmentDurations, (seconds, number) => [
    `#EXTINF:${seconds.toFixed(6)},`,
    `s${number}.m4s`,
  ]);
  return lines([
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    // RFC 8216: each EXTINF, rounded to the nearest integer, is at most the target.
    `#EXT-X-TARGETDURATION:${Math.max(1, Math.round(longest))}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    '#EXT-X-MAP:URI="init.mp4"',
    ...segments.flat(),
    '#EXT-X-ENDLIST',
  ]);
}

const lines = (parts: string[]): string => `${parts.join('\n')}\n`;
