/** Keys of the watch page itself, shown beside the player's in the `?` dialog. */
export const PAGE_KEYS = [
  { shown: 'Ctrl+Enter', does: 'Post what you wrote' },
  { shown: 'Esc', does: 'Discard what you wrote (asks first)' },
  { shown: 'r', does: 'Resolve the selected comment, or open it again' },
  { shown: 'g', does: 'Leave the screening, or rejoin it' },
] as const;
