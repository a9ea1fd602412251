import type { RoomEvent } from '#protocol/event.ts';

/** Counts and summaries replace their elders; comments are told one by one. Order is by seq. */
export function mergeEvents(events: readonly RoomEvent[]): RoomEvent[] {
  const newest = new Map<string, RoomEvent>();
  for (const event of events) {
    const key = keyOf(event);
    newest.delete(key);
    newest.set(key, event);
  }
  return [...newest.values()];
}

function keyOf(event: RoomEvent): string {
  switch (event.kind) {
    case 'comment':
      return `comment ${event.seq}`;
    case 'like':
      return `like ${event.like.commentId ?? 'video'}`;
    case 'reaction':
      return `reaction ${event.reaction.second} ${event.reaction.emoji}`;
    case 'screening':
      return `screening ${event.screening.id}`;
  }
}
