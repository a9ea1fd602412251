import type { MessageKey } from './words/messages.ts';

/** What a key asks for. The player does most; the last five it hands to the page. */
export type KeyAction =
  | { kind: 'toggle-play' }
  | { kind: 'seek-by'; seconds: number }
  /** To as many tenths as the digit pressed says. */
  | { kind: 'seek-to-digit' }
  | { kind: 'seek-to-start' }
  | { kind: 'seek-to-end' }
  | { kind: 'step'; frames: number }
  | { kind: 'speed'; direction: 1 | -1 }
  | { kind: 'volume-by'; fraction: number }
  | { kind: 'mute' }
  | { kind: 'fullscreen' }
  | { kind: 'captions' }
  | { kind: 'picture-in-picture' }
  | { kind: 'chapter'; direction: 1 | -1 }
  | { kind: 'marker'; direction: 1 | -1 }
  | { kind: 'comment' }
  | { kind: 'draw' }
  | { kind: 'point' }
  | { kind: 'theatre' }
  | { kind: 'shortcuts' };

export interface KeyRow {
  /** Bindings in tinykeys' words; any of them. */
  keys: readonly string[];
  /** As they stand on the keyboard; each does it. */
  shown: readonly string[];
  does: MessageKey;
  action: KeyAction;
  /** Only while the video itself has focus: elsewhere the key belongs to what is focused. */
  onVideoOnly?: true;
}

/** The one table of shortcuts: it feeds the keyboard and the `?` dialog. */
export const KEY_TABLE: readonly KeyRow[] = [
  { keys: ['Space', 'k'], shown: ['Space', 'k'], does: 'key.toggle-play', action: { kind: 'toggle-play' } },
  { keys: ['ArrowLeft'], shown: ['←'], does: 'key.back-5', action: { kind: 'seek-by', seconds: -5 } },
  { keys: ['ArrowRight'], shown: ['→'], does: 'key.forward-5', action: { kind: 'seek-by', seconds: 5 } },
  { keys: ['j'], shown: ['j'], does: 'key.back-10', action: { kind: 'seek-by', seconds: -10 } },
  { keys: ['l'], shown: ['l'], does: 'key.forward-10', action: { kind: 'seek-by', seconds: 10 } },
  { keys: [','], shown: [','], does: 'key.frame-back', action: { kind: 'step', frames: -1 } },
  { keys: ['.'], shown: ['.'], does: 'key.frame-forward', action: { kind: 'step', frames: 1 } },
  { keys: ['[Shift]+<'], shown: ['<'], does: 'key.slower', action: { kind: 'speed', direction: -1 } },
  { keys: ['[Shift]+>'], shown: ['>'], does: 'key.faster', action: { kind: 'speed', direction: 1 } },
  {
    keys: [...'0123456789'],
    shown: ['0 – 9'],
    does: 'key.tenths',
    action: { kind: 'seek-to-digit' },
  },
  { keys: ['Home'], shown: ['Home'], does: 'key.start', action: { kind: 'seek-to-start' } },
  { keys: ['End'], shown: ['End'], does: 'key.end', action: { kind: 'seek-to-end' } },
  { keys: ['ArrowUp'], shown: ['↑'], does: 'key.louder', action: { kind: 'volume-by', fraction: 0.05 } },
  { keys: ['ArrowDown'], shown: ['↓'], does: 'key.quieter', action: { kind: 'volume-by', fraction: -0.05 } },
  { keys: ['m'], shown: ['m'], does: 'key.mute', action: { kind: 'mute' } },
  { keys: ['f'], shown: ['f'], does: 'key.fullscreen', action: { kind: 'fullscreen' } },
  { keys: ['t'], shown: ['t'], does: 'key.theatre', action: { kind: 'theatre' } },
  { keys: ['c'], shown: ['c'], does: 'key.captions', action: { kind: 'captions' } },
  { keys: ['p', 'i'], shown: ['p', 'i'], does: 'key.pip', action: { kind: 'picture-in-picture' } },
  {
    keys: ['Alt+ArrowLeft'],
    shown: ['Alt ←'],
    does: 'key.previous-chapter',
    action: { kind: 'chapter', direction: -1 },
  },
  {
    keys: ['Alt+ArrowRight'],
    shown: ['Alt →'],
    does: 'key.next-chapter',
    action: { kind: 'chapter', direction: 1 },
  },
  { keys: ['['], shown: ['['], does: 'key.previous-comment', action: { kind: 'marker', direction: -1 } },
  { keys: [']'], shown: [']'], does: 'key.next-comment', action: { kind: 'marker', direction: 1 } },
  { keys: ['n'], shown: ['n'], does: 'key.comment', action: { kind: 'comment' } },
  {
    keys: ['Enter'],
    shown: ['Enter'],
    does: 'key.comment-on-video',
    action: { kind: 'comment' },
    onVideoOnly: true,
  },
  { keys: ['d'], shown: ['d'], does: 'key.draw', action: { kind: 'draw' } },
  { keys: ['x'], shown: ['x'], does: 'key.point', action: { kind: 'point' } },
  { keys: ['[Shift]+?'], shown: ['?'], does: 'key.shortcuts', action: { kind: 'shortcuts' } },
];
