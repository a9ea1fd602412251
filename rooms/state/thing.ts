/** What a log entry is about, as far as it says. */
export interface Thing {
  kind: string;
  entityId: string;
  userId: string | null;
}

/** The same key for the same thing, whatever happened to it: a comment's edit and its end are about one comment. */
export function thingKey({ kind, entityId, userId }: Thing): string {
  const [noun = kind] = kind.split('.');
  const isSomebodys = noun === 'like' || noun === 'progress' || noun === 'attendance';
  return isSomebodys ? `${noun} ${entityId} ${userId}` : `${noun} ${entityId}`;
}
