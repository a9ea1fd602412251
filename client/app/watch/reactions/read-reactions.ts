import type { ReactionCount } from '#protocol/reaction.ts';
export async function readReactions(
  videoId: string,
): Promise<{ bucketSeconds: number; items: ReactionCount[] }> {
  const answer = await fetch(`/api/videos/${videoId}/reactions`);
  if (!answer.ok) throw new Error('The reactions could not be read.');
  return (await answer.json()) as { bucketSeconds: number; items: ReactionCount[] };
}
