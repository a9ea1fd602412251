import { EMOJIS } from '#protocol/emojis.ts';
import { EmojiPicture } from './emoji-picture.tsx';
import { pictureOf } from '../picture.ts';
import { useWatch } from '../watch.ts';

/** Reactions over the picture: rising, or counted in a corner for who wants no motion. Seen only, never in the way. */
export function FlightLayer() {
  const aloft = pictureOf(useWatch()).flights.aloft.value;
  if (aloft.length === 0) return null;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const counts = EMOJIS.map((emoji) => ({
      emoji,
      count: aloft.filter((flight) => flight.emoji === emoji).length,
    })).filter(({ count }) => count > 0);
    return (
      <p class="flight-counts" aria-hidden="true">
        {counts.map(({ emoji, count }) => (
          <span key={emoji}>
            <EmojiPicture emoji={emoji} /> <span class="figures">{count}</span>
          </span>
        ))}
      </p>
    );
  }
  return (
    <div class="flights" aria-hidden="true">
      {aloft.map(({ key, emoji, lane }) => (
        <span key={key} class="flight" style={{ '--lane': String(lane) }}>
          <EmojiPicture emoji={emoji} />
        </span>
      ))}
    </div>
  );
}
