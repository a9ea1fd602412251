export type Side = 'a' | 'b';
export type Mode = 'side' | 'wipe';

/** What a comparison looks like; its address says it, so that it can be sent. */
export interface CompareState {
  mode: Mode;
  /** How many frames B runs ahead of A. */
  offsetFrames: number;
  /** Which side is heard, and is the clock of both. */
  sound: Side;
  /** How much of the wiped picture is A, in hundredths. */
  wipe: number;
  /** Where it stands, in seconds of A. */
  seconds: number;
}

export const MOST_OFFSET_FRAMES = 100_000;
const START: CompareState = { mode: 'side', offsetFrames: 0, sound: 'a', wipe: 50, seconds: 0 };

/** Anything in an address that is none of ours is as if it were not there. */
export function parseCompare(search: string): CompareState {
  const asked = new URLSearchParams(search);
  const number = (name: string, otherwise: number, least: number, most: number) => {
    const text = asked.get(name) ?? '';
    const value = Number(text);
    return text === '' || !Number.isFinite(value) ? otherwise : Math.min(Math.max(value, least), most);
  };
  return {
    mode: asked.get('mode') === 'wipe' ? 'wipe' : 'side',
    sound: asked.get('sound') === 'b' ? 'b' : 'a',
    offsetFrames: Math.round(number('offset', START.offsetFrames, -MOST_OFFSET_FRAMES, MOST_OFFSET_FRAMES)),
    wipe: Math.round(number('wipe', START.wipe, 0, 100)),
    seconds: number('t', START.seconds, -86_400, 86_400),
  };
}

/** Only what differs from the start: an address stays short. */
export function formatCompare(state: CompareState): string {
  const said = new URLSearchParams();
  if (state.mode !== START.mode) said.set('mode', state.mode);
  if (state.sound !== START.sound) said.set('sound', state.sound);
  if (state.offsetFrames !== START.offsetFrames) said.set('offset', String(state.offsetFrames));
  if (state.mode === 'wipe' && state.wipe !== START.wipe) said.set('wipe', String(state.wipe));
  if (state.seconds !== START.seconds) said.set('t', String(Math.round(state.seconds * 1000) / 1000));
  return said.size === 0 ? '' : `?${said}`;
}
