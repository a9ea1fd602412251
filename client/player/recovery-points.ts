/**
 * Firefox takes every I frame for one to begin decoding at, whatever the container says, and FFmpeg's decoder shows
 * nothing from one that is no IDR until the next IDR: a seek in between never ends. A recovery point before such a
 * frame (H.264, D.2.8) says that decoding may begin there, and then it does.
 */
const RECOVERY_POINT = Uint8Array.of(0, 0, 0, 5, 0x06, 0x06, 0x01, 0x84, 0x80);

const LENGTH_BYTES = 4;
const SLICE = 1;
const SEI = 6;
const DELIMITER = 9;
/** `sample_is_non_sync_sample` among a sample's flags. */
const NON_SYNC = 0x1_0000;

interface Box {
  type: string;
  /** Of what it holds, and where it ends. */
  at: number;
  end: number;
}

/** Where a recovery point goes, and where the size of its sample stands. */
interface Insertion {
  at: number;
  sizeAt: number;
}

/** A fragment of H.264 in MP4 with recovery points; the very same where none is missing or it is cut otherwise. */
export function withRecoveryPoints(fragment: ArrayBuffer): ArrayBuffer {
  const view = new DataView(fragment);
  const boxes = boxesIn(view, 0, view.byteLength);
  const [moof] = boxes.filter(({ type }) => type === 'moof');
  const [mdat] = boxes.filter(({ type }) => type === 'mdat');
  if (boxes.length !== 2 || !moof || !mdat) return fragment;
  const runs = boxesIn(view, moof.at, moof.end).flatMap((traf) => runsOf(view, traf));
  const insertions = runs.flatMap((run) => insertionsIn(view, run)).sort((one, other) => one.at - other.at);
  return insertions.length === 0 ? fragment : insert(fragment, { mdat, runs, insertions });
}

interface Run {
  box: Box;
  /** Of the samples that do not say for themselves. */
  sampleFlags: number;
}

function runsOf(view: DataView, traf: Box): Run[] {
  if (traf.type !== 'traf') return [];
  const boxes = boxesIn(view, traf.at, traf.end);
  const header = boxes.find(({ type }) => type === 'tfhd');
  const flags = header ? flagsOf(view, header) : 0;
  // Counted from the moof, with flags by default, and maybe a duration: how our segments are cut (worker/media/hls).
  if (!header || (flags & ~0x8) !== 0x2_0020) return [];
  const sampleFlags = view.getUint32(header.at + (flags & 0x8 ? 12 : 8));
  return boxes.filter(({ type }) => type === 'trun').map((box) => ({ box, sampleFlags }));
}

function insertionsIn(view: DataView, { box, sampleFlags }: Run): Insertion[] {
  const flags = flagsOf(view, box);
  if ((flags & 0x201) !== 0x201) return [];
  const [ofDuration, ofFlags, ofComposition] = [0x100, 0x400, 0x800].map((flag) => (flags & flag ? 4 : 0));
  const stride = 4 + (ofDuration ?? 0) + (ofFlags ?? 0) + (ofComposition ?? 0);
  const hasFirst = (flags & 0x4) !== 0;
  let sizeAt = box.at + (hasFirst ? 16 : 12) + (ofDuration ?? 0);
  let at = view.getUint32(box.at + 8);
  const insertions: Insertion[] = [];
  for (let index = view.getUint32(box.at + 4), isFirst = hasFirst; index > 0; index -= 1, isFirst = false) {
    const size = view.getUint32(sizeAt);
    const own = isFirst ? view.getUint32(box.at + 12) : ofFlags ? view.getUint32(sizeAt + 4) : sampleFlags;
    if ((own & NON_SYNC) !== 0 && beginsWithISlice(view, at, at + size)) insertions.push({ at, sizeAt });
    at += size;
    sizeAt += stride;
  }
  return insertions;
}

const flagsOf = (view: DataView, box: Box): number => view.getUint32(box.at) & 0xff_ffff;

/** Whether the first slice of a sample is an I slice of no IDR, with no supplement before it that may say so already. */
function beginsWithISlice(view: DataView, from: number, end: number): boolean {
  for (let at = from; at + LENGTH_BYTES + 1 < Math.min(end, view.byteLength);) {
    const next = at + LENGTH_BYTES + view.getUint32(at);
    const kind = view.getUint8(at + LENGTH_BYTES) & 0x1f;
    // Lengths of another size lead out of the sample.
    if (next > end) return false;
    if (kind === SLICE) {
      // The first macroblock's number is 0, one bit; then the slice's type, 7 or 2.
      const head = view.getUint8(at + LENGTH_BYTES + 1);
      return head === 0x88 || (head & 0xf0) === 0xb0;
    }
    const isRecovery = kind === SEI && view.getUint8(at + LENGTH_BYTES + 1) === 6;
    if ((kind !== DELIMITER && kind !== SEI) || isRecovery) return false;
    at = next;
  }
  return false;
}

function insert(
  fragment: ArrayBuffer,
  { mdat, runs, insertions }: { mdat: Box; runs: readonly Run[]; insertions: readonly Insertion[] },
): ArrayBuffer {
  const step = RECOVERY_POINT.length;
  const source = new Uint8Array(fragment);
  const result = new Uint8Array(source.length + step * insertions.length);
  const view = new DataView(result.buffer);
  let read = 0;
  insertions.forEach(({ at }, index) => {
    result.set(source.subarray(read, at), read + step * index);
    result.set(RECOVERY_POINT, at + step * index);
    read = at;
  });
  result.set(source.subarray(read), read + step * insertions.length);
  const grow = (at: number, by: number): void => view.setUint32(at, view.getUint32(at) + by);
  for (const { sizeAt } of insertions) grow(sizeAt, step);
  for (const { box } of runs) {
    const offset = view.getUint32(box.at + 8);
    grow(box.at + 8, step * insertions.filter(({ at }) => at < offset).length);
  }
  grow(mdat.at - 8, step * insertions.length);
  return result.buffer;
}

function boxesIn(view: DataView, from: number, end: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= end;) {
    const size = view.getUint32(at);
    if (size < 8) break;
    const type = String.fromCharCode(...new Uint8Array(view.buffer, at + 4, 4));
    boxes.push({ type, at: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}
