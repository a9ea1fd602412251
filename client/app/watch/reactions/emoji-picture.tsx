import type { ComponentChildren } from 'preact';
import type { Emoji } from '#protocol/reaction.ts';

const SKIN = '#ffcb3d';
const SHADE = '#f2a51f';
const INK = '#5d3a10';
const TEAR = '#4fb3f6';

const face = (features: ComponentChildren) => (
  <>
    <circle cx="12" cy="12" r="10" fill={SKIN} />
    <g stroke={INK} stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
      {features}
    </g>
  </>
);

const HAND = 'M3.6 14.2 8.7 6.6M5.9 16 12 6.8M8.5 17.6l5.7-8.3M10.8 19.2l4.4-6.4M7.6 17.8 4.4 13.4';

const PICTURES: Record<Emoji, ComponentChildren> = {
  '👍': (
    <>
      <path
        fill={SKIN}
        d="M8.5 20.2v-9.4l3.7-7.9c1.8-.2 3 1.2 2.7 2.9L14.3 9h4.6c1.6 0 2.7 1.4 2.4 2.9l-1.2 6.5a2.4 2.4 0 0 1-2.4 2H10c-.6 0-1.1 0-1.5-.2Z"
      />
      <rect x="2.5" y="10.4" width="4.8" height="10.4" rx="1.4" fill="#4a8df0" />
    </>
  ),
  '❤️': (
    <path
      fill="#f0394b"
      d="M12 20.6 3.9 12.7a5.2 5.2 0 0 1 0-7.4 5.3 5.3 0 0 1 7.4 0l.7.7.7-.7a5.3 5.3 0 0 1 7.4 0 5.2 5.2 0 0 1 0 7.4Z"
    />
  ),
  '😂': face(
    <>
      <path fill="none" d="M6.6 10.2q1.5-2.4 3.2 0m4.4 0q1.6-2.4 3.2 0" />
      <path fill={INK} d="M7.4 13.4h9.2a4.6 4.6 0 0 1-9.2 0Z" />
      <path
        fill={TEAR}
        stroke="none"
        d="M5.6 11.2c-2.6 1.2-3.7 3-2.3 4.3s3.1-.4 2.3-4.300Zm12.8 0c2.6 1.2 3.7 3 2.3 4.300s-3.1-.400-2.3-4.300Z"
      />
    </>,
  ),
  '😮': face(
    <>
      <path fill="none" d="M6.3 6.800q1.3-1.1 2.7-.8m6 0q1.4-.3 2.7.8" />
      <circle cx="8.3" cy="10" r="1.1" fill={INK} />
      <circle cx="15.7" cy="10" r="1.1" fill={INK} />
      <ellipse cx="12" cy="16" rx="2.2" ry="2.8" fill={INK} />
    </>,
  ),
  '😢': face(
    <>
      <path fill="none" d="M6.4 8q1.6-.2 2.5-1.400m8.7 1.400q-1.6-.2-2.5-1.400M8.6 16.800q3.4-2.8 6.8 0" />
      <circle cx="8.5" cy="11" r="1.1" fill={INK} />
      <circle cx="15.5" cy="11" r="1.1" fill={INK} />
      <path
        fill={TEAR}
        stroke="none"
        d="M7.3 13.200c1.9 2.6 2.3 4.2 1.5 5.3-.8 1-2.5.9-3.1-.2-.6-1.2.200-2.8 1.6-5.100Z"
      />
    </>,
  ),
  '🎉': (
    <>
      <path fill={SHADE} d="M8.3 8.2 2.8 20.300c-.2.6.3 1.1.9.900l12.1-5.500Z" />
      <path
        fill={SKIN}
        d="M8.3 8.200c-1 1 .3 3.7 2.4 5.100s4.4 3.1 5.1 2.400c.9-.9-.4-3-2.6-5.100s-4.2-3.2-4.9-2.400Z"
      />
      <g fill="none" stroke-width="1.7" stroke-linecap="round">
        <path stroke="#f0394b" d="M12.2 8.400c1.5-1.1 1.6-3 .6-5" />
        <path stroke="#4a8df0" d="M15.7 11.700c1.2-1.5 3-1.7 5-.7" />
        <path stroke="#43b45b" d="m15.2 8.8 3.4-3.5" />
      </g>
      <circle cx="8" cy="3.7" r="1.3" fill="#43b45b" />
      <circle cx="20.2" cy="16" r="1.3" fill="#f0394b" />
      <circle cx="20.6" cy="3.6" r="1.2" fill="#b368e8" />
    </>
  ),
  '🔥': (
    <>
      <path
        fill="#f4671f"
        d="M12.3 1.800c.7 3.8 6.5 6.6 6.5 12.700a6.8 6.8 0 0 1-13.6 0c0-2.9 1.3-5 3-6.7.1 1.8.7 3 1.8 3.6-.3-3.4.3-6.9 2.3-9.600Z"
      />
      <path
        fill={SKIN}
        d="M12 20.600a3.7 3.7 0 0 1-3.7-3.700c0-2.3 2-3.2 2.8-5.6 2.4 1.3 4.6 3.3 4.6 5.600a3.7 3.7 0 0 1-3.7 3.700Z"
      />
    </>
  ),
  '👏': (
    <>
      <g fill="none" stroke-width="3.1" stroke-linecap="round" stroke-linejoin="round">
        <path stroke={SHADE} transform="translate(3.8 -1.3)" d={HAND} />
        <path stroke={SKIN} transform="translate(0 1.2)" d={HAND} />
      </g>
      <path
        fill="none"
        stroke="#4a8df0"
        stroke-width="1.6"
        stroke-linecap="round"
        d="m7.5 2.6.9 1.800M3.9 4.800l1.6 1.300M2 8.600l2 .3"
      />
    </>
  ),
};

/** A reaction, the same on every machine: not each has a font that knows it. The button beside carries the name. */
export function EmojiPicture({ emoji }: { emoji: Emoji }) {
  return (
    <svg class="emoji" viewBox="0 0 24 24" aria-hidden="true">
      {PICTURES[emoji]}
    </svg>
  );
}
