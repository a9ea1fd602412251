import { describe, expect, it } from 'vitest';
import { sentenceOf } from '#client/app/audit/audit-words.ts';
import { nextCursorIn } from '#client/app/audit/next-cursor.ts';

const ada = { id: 'a', name: 'Ada' };
const grace = { id: 'g', name: 'Grace' };

describe('a line of the log', () => {
  it.each([
    [{ action: 'member.removed', actor: ada, user: grace }, 'Ada removed Grace'],
    [{ action: 'member.added', actor: ada, user: ada }, 'Ada joined'],
    [{ action: 'webhook.made', actor: ada, user: null }, 'Ada added a webhook'],
    [{ action: 'video.deleted', actor: ada, user: null }, 'Ada moved a video to the trash'],
    [{ action: 'video.restored', actor: ada, user: null }, 'Ada restored a video'],
    [{ action: 'link.revoked', actor: null, user: null }, 'A service took a watch link back'],
    [{ action: 'moon.landed', actor: ada, user: null }, 'Ada moon.landed'],
  ])('%j reads %j', (event, sentence) => {
    expect(sentenceOf(event)).toBe(sentence);
  });
});

describe('the next page', () => {
  it('is found in a Link header beside others', () => {
    const link = '</api/x?cursor=before&limit=5>; rel="prev", </api/x?limit=5&cursor=a%2Cb>; rel="next"';
    expect(nextCursorIn(link)).toBe('a,b');
  });
  it.each([null, '', '</api/x?cursor=before>; rel="prev"'])('is none in %j', (link) => {
    expect(nextCursorIn(link)).toBeUndefined();
  });
});
