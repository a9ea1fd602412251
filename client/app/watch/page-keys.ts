/** Keys of the watch page itself, shown beside the player's in the `?` dialog. */
export const PAGE_KEYS = [
  { shown: 'Ctrl+Enter', does: 'Post what you wrote' },
  { shown: 'Esc', does: 'Discard what you wrote (asks first)' },
  { shown: 'i', does: 'The comment begins here' },
  { shown: 'o', does: 'The comment ends here' },
  { shown: 'u', does: 'The comment is about one moment only' },
  { shown: 'r', does: 'Resolve the selected comment, or open it again' },
  { shown: 'y', does: 'Let the first who asks control the screening' },
  { shown: 'g', does: 'Leave the screening, or rejoin it' },
] as const;
