import type { CommentView } from '#protocol/comment.ts';
import { plainComment } from '#tests/support/comment.ts';
import type { Cut } from '#worker/social/export/cut.ts';
import type { FrameRate } from '#protocol/frame-rate.ts';
import { frameCentreSeconds } from '#worker/social/export/frame-rate.ts';
import { foldReplies } from '#worker/social/export/threads.ts';

let made = 0;

/** A comment as a list has it. Those made later are younger. */
export function said(content: string, of: Partial<CommentView> = {}): CommentView {
  made += 1;
  return plainComment({
    id: `0190a000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    content,
    createdAt: new Date(Date.UTC(2026, 4, 1, 12, 0, made)).toISOString(),
    ...of,
  });
}

export const onFrame = (frame: number, rate: FrameRate): Pick<CommentView, 'frame' | 'positionSeconds'> => ({
  frame,
  positionSeconds: frameCentreSeconds(frame, rate),
});

/** A video with all there can be in its comments: spans, answers, one frame twice, what formats could stumble over. */
export function furnishedCut(rate: FrameRate): Cut {
  made = 0;
  const root = said('Cut “here” & <now>, or | later --> ok?', { ...onFrame(48, rate), hasDrawing: true });
  const settled = { resolvedAt: '2026-05-02T08:00:00.000Z', resolvedByName: 'Bob' };
  const comments = [
    root,
    said('=HYPERLINK("http://x")', { parentId: root.id, authorName: 'Bob' }),
    said('Two lines,\n\nwith a gap.', {
      ...onFrame(1800, rate),
      endSeconds: frameCentreSeconds(1859, rate),
      authorName: '@Cid',
    }),
    said('Also here', { ...onFrame(48, rate), authorName: 'Dee', ...settled }),
    said('Sound is fine \u0007now', { ...onFrame(240, rate), ...settled, authorName: 'Ünal 🎬' }),
    said('About all of it'),
  ];
  return {
    title: 'Dailies: “Day 1” & <more>',
    shortId: 'abcDEF12345',
    durationSeconds: 120,
    width: 1920,
    height: 1080,
    rate,
    threads: foldReplies(comments),
  };
}
