/** "Ann changed this 10 s ago" */
export function changedWords(by: string | null, changedAt: string | null, nowMs: number): string {
  const who = by ?? 'Somebody';
  if (changedAt === null) return `${who} changed this meanwhile`;
  return `${who} changed this ${agoWords((nowMs - Date.parse(changedAt)) / 1000)}`;
}

function agoWords(seconds: number): string {
  if (seconds < 1) return 'just now';
  if (seconds < 90) return `${Math.round(seconds)} s ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`;
}
