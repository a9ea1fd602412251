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
  /** As a person reads them. */
  shown: string;
  does: string;
  action: KeyAction;
  /** Only while the video itself has focus: elsewhere the key belongs to what is focused. */
  onVideoOnly?: true;
}

/** The one table of shortcuts: it feeds the keyboard and the `?` dialog. */
export const KEY_TABLE: readonly KeyRow[] = [
  { keys: ['Space', 'k'], shown: 'Space or k', does: 'Play or pause', action: { kind: 'toggle-play' } },
  { keys: ['ArrowLeft'], shown: '←', does: 'Back 5 seconds', action: { kind: 'seek-by', seconds: -5 } },
  { keys: ['ArrowRight'], shown: '→', does: 'Forward 5 seconds', action: { kind: 'seek-by', seconds: 5 } },
  { keys: ['j'], shown: 'j', does: 'Back 10 seconds', action: { kind: 'seek-by', seconds: -10 } },
  { keys: ['l'], shown: 'l', does: 'Forward 10 seconds', action: { kind: 'seek-by', seconds: 10 } },
  { keys: [','], shown: ',', does: 'One frame back', action: { kind: 'step', frames: -1 } },
  { keys: ['.'], shown: '.', does: 'One frame forward', action: { kind: 'step', frames: 1 } },
  { keys: ['[Shift]+<'], shown: '<', does: 'Slower', action: { kind: 'speed', direction: -1 } },
  { keys: ['[Shift]+>'], shown: '>', does: 'Faster', action: { kind: 'speed', direction: 1 } },
  {
    keys: [...'0123456789'],
    shown: '0 – 9',
    does: 'Go to that many tenths',
    action: { kind: 'seek-to-digit' },
  },
  { keys: ['Home'], shown: 'Home', does: 'Go to the start', action: { kind: 'seek-to-start' } },
  { keys: ['End'], shown: 'End', does: 'Go to the end', action: { kind: 'seek-to-end' } },
  { keys: ['ArrowUp'], shown: '↑', does: 'Louder', action: { kind: 'volume-by', fraction: 0.05 } },
  { keys: ['ArrowDown'], shown: '↓', does: 'Quieter', action: { kind: 'volume-by', fraction: -0.05 } },
  { keys: ['m'], shown: 'm', does: 'Mute', action: { kind: 'mute' } },
  { keys: ['f'], shown: 'f', does: 'Full screen', action: { kind: 'fullscreen' } },
  { keys: ['t'], shown: 't', does: 'Theatre', action: { kind: 'theatre' } },
  { keys: ['c'], shown: 'c', does: 'Captions', action: { kind: 'captions' } },
  { keys: ['p', 'i'], shown: 'p or i', does: 'Picture in picture', action: { kind: 'picture-in-picture' } },
  {
    keys: ['Alt+ArrowLeft'],
    shown: 'Alt ←',
    does: 'Previous chapter',
    action: { kind: 'chapter', direction: -1 },
  },
  {
    keys: ['Alt+ArrowRight'],
    shown: 'Alt →',
    does: 'Next chapter',
    action: { kind: 'chapter', direction: 1 },
  },
  { keys: ['['], shown: '[', does: 'Previous comment', action: { kind: 'marker', direction: -1 } },
  { keys: [']'], shown: ']', does: 'Next comment', action: { kind: 'marker', direction: 1 } },
  { keys: ['n'], shown: 'n', does: 'Comment on this frame', action: { kind: 'comment' } },
  {
    keys: ['Enter'],
    shown: 'Enter',
    does: 'The same, when the video has the focus',
    action: { kind: 'comment' },
    onVideoOnly: true,
  },
  { keys: ['d'], shown: 'd', does: 'Draw on this frame', action: { kind: 'draw' } },
  { keys: ['x'], shown: 'x', does: 'Point at the picture (in a screening)', action: { kind: 'point' } },
  { keys: ['[Shift]+?'], shown: '?', does: 'Show the shortcuts', action: { kind: 'shortcuts' } },
];
