import { EMOJIS } from '#protocol/emojis.ts';
import { useWatch } from '../watch.ts';
import { EMOJI_NAMES } from './emoji-names.ts';
import { EmojiPicture } from './emoji-picture.tsx';
import { react } from './react.ts';

/** One press says what a sentence would. */
export function ReactionBar() {
  const watch = useWatch();
  return (
    <div class="reaction-bar" role="group" aria-label="React to this moment">
      {EMOJIS.map((emoji) => (
        <button
          key={emoji}
          type="button"
          class="reaction"
          aria-label={EMOJI_NAMES[emoji]}
          title={EMOJI_NAMES[emoji]}
          onClick={() => react(watch, emoji)}
        >
          <EmojiPicture emoji={emoji} />
        </button>
      ))}
    </div>
  );
}
