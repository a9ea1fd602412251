import { type Box, findBox } from './box.ts';
import { openFullBox, readTable } from './full-box.ts';

/**
 * What a track's edit list says. `startTicks` is where its media begins to be shown (in the track's
 * timescale), `delaySeconds` the silence or blackness before it, `shownSeconds` how long it is shown
 * (0: to its end).
 */
export type EditList = {
  edits: number;
  startTicks: number;
  delaySeconds: number;
  shownSeconds: number;
  isPlainRate: boolean;
};

const NO_EDITS: EditList = { edits: 0, startTicks: 0, delaySeconds: 0, shownSeconds: 0, isPlainRate: true };
const PLAIN_RATE = 0x10000;

export function readEditList(bytes: Uint8Array, trak: Box, movieTimescale: number): EditList {
  const elst = findBox(bytes, trak, 'edts', 'elst');
  if (!elst) return NO_EDITS;
  const { version, reader } = openFullBox(bytes, elst);
  const { entries } = readTable(reader, version === 1 ? 20 : 12, 'edit');
  const list = { ...NO_EDITS };
  for (let entry = 0; entry < entries; entry++) {
    const duration = (version === 1 ? reader.u64() : reader.u32()) / movieTimescale;
    const start = version === 1 ? reader.i64() : reader.i32();
    const rate = reader.u32();
    if (start < 0) list.delaySeconds += duration;
    else {
      if (list.edits === 0) list.startTicks = start;
      list.edits++;
      list.shownSeconds += duration;
      list.isPlainRate &&= rate === PLAIN_RATE;
    }
  }
  return list;
}
