import type { Drawing } from '#protocol/drawing.ts';
export async function readDrawing(videoId: string, commentId: string): Promise<Drawing> {
  const answer = await fetch(`/api/videos/${videoId}/comments/${commentId}/drawing`);
  if (!answer.ok) throw new Error('The drawing could not be read.');
  return ((await answer.json()) as { strokes: Drawing }).strokes;
}
