/** Which line a key leads to, in a ring; -1 where it leads nowhere. A letter leads to the next line that begins with it. */
export function nextItem(key: string, focused: number, labels: readonly string[]): number {
  const count = labels.length;
  if (count === 0) return -1;
  if (key === 'ArrowDown') return (focused + 1) % count;
  if (key === 'ArrowUp') return focused < 0 ? count - 1 : (focused + count - 1) % count;
  if (key === 'Home' || key === 'PageUp') return 0;
  if (key === 'End' || key === 'PageDown') return count - 1;
  if (key.length !== 1) return -1;
  const letter = key.toLowerCase();
  for (let step = 1; step <= count; step += 1) {
    const index = (focused + step) % count;
    if (labels[index]?.startsWith(letter)) return index;
  }
  return -1;
}
