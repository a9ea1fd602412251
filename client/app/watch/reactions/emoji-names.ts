import type { Emoji } from '#protocol/reaction.ts';

/** What a reaction is called: read aloud, and shown on hover. */
export const EMOJI_NAMES: Record<Emoji, string> = {
  '👍': 'Thumbs up',
  '❤️': 'Heart',
  '😂': 'Laughing',
  '😮': 'Surprised',
  '😢': 'Sad',
  '🎉': 'Party',
  '🔥': 'Fire',
  '👏': 'Applause',
};
