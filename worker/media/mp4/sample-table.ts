import { type Box, findBox, getBox } from './box.ts';
import { openFullBox, readTable, type Table } from './full-box.ts';
import { damaged, MediaError } from './media-error.ts';

/**
 * Where a track's sample tables lie inside the moov. They stay run-length coded as the file has them and are
 * walked by a SampleCursor: expanding them would cost 29 bytes a sample, 28 MB for 2.5 hours at 60 fps.
 */
export type SampleTable = {
  view: DataView;
  count: number;
  fixedSizeBytes: number;
  sizes: Table;
  durations: Table;
  compositionOffsets: Table | undefined;
  syncSamples: Table | undefined;
  chunkRuns: Table;
  chunkOffsets: Table;
  hasLargeOffsets: boolean;
};

/** More than 13 hours at 60 frames a second. Bounds the time and the memory a hostile table can cost. */
export const MAX_SAMPLES = 3_000_000;

export function readSampleTable(bytes: Uint8Array, stbl: Box): SampleTable {
  const sizes = readSizes(bytes, stbl);
  const small = findBox(bytes, stbl, 'stco');
  const chunkOffsets = small ?? getBox(bytes, stbl, 'co64');
  return {
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ...sizes,
    durations: tableOf(bytes, getBox(bytes, stbl, 'stts'), 8),
    compositionOffsets: optionalTable(bytes, findBox(bytes, stbl, 'ctts'), 8),
    syncSamples: optionalTable(bytes, findBox(bytes, stbl, 'stss'), 4),
    chunkRuns: tableOf(bytes, getBox(bytes, stbl, 'stsc'), 12),
    chunkOffsets: tableOf(bytes, chunkOffsets, small ? 4 : 8),
    hasLargeOffsets: !small,
  };
}

function readSizes(bytes: Uint8Array, stbl: Box): Pick<SampleTable, 'count' | 'fixedSizeBytes' | 'sizes'> {
  const box = findBox(bytes, stbl, 'stsz');
  if (!box && findBox(bytes, stbl, 'stz2')) {
    throw new MediaError('The file packs its sample sizes in a way nothing makes any more (stz2).');
  }
  if (!box) throw damaged('its index lacks stsz');
  const { reader } = openFullBox(bytes, box);
  const fixedSizeBytes = reader.u32();
  if (fixedSizeBytes === 0) {
    const sizes = readTable(reader, 4, 'stsz');
    return checked({ count: sizes.entries, fixedSizeBytes, sizes });
  }
  return checked({ count: reader.u32(), fixedSizeBytes, sizes: { at: reader.position, entries: 0 } });
}

function checked<T extends { count: number }>(sizes: T): T {
  if (sizes.count > MAX_SAMPLES) {
    throw new MediaError(`The file has ${sizes.count} samples in one track; ${MAX_SAMPLES} is the most.`);
  }
  return sizes;
}

function tableOf(bytes: Uint8Array, box: Box, entryBytes: number): Table {
  return readTable(openFullBox(bytes, box).reader, entryBytes, box.type);
}

const optionalTable = (bytes: Uint8Array, box: Box | undefined, entryBytes: number): Table | undefined =>
  box && tableOf(bytes, box, entryBytes);
