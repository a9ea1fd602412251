import { box, concat, fullBox, type Part, u16, u32, zeros } from './boxes.ts';

/** Sample entries with true configurations, for files that only need to look right. */
export function videoEntry(format: string, ...children: Uint8Array[]): Uint8Array {
  return box(format, zeros(6), u16(1), zeros(16), u16(1280, 720), zeros(50), ...children);
}

export const avcEntry = (profile = 0x64, format = 'avc1'): Uint8Array =>
  videoEntry(format, box('avcC', [1, profile, 0, 0x1f, 0xff, 0xe0, 0]));

export const hevcEntry = (): Uint8Array =>
  videoEntry('hvc1', box('hvcC', [1, 1], u32(0x60000000), [0x90, 0, 0, 0, 0, 0], [93], zeros(10)));

export const av1Entry = (): Uint8Array => videoEntry('av01', box('av1C', [0x81, 0x08, 0x0c, 0]));
export const vp9Entry = (): Uint8Array =>
  videoEntry('vp09', fullBox('vpcC', 1, 0, [0, 31, 0x80, 1, 1, 1], u16(0)));

const descriptor = (tag: number, ...parts: Part[]): Uint8Array => {
  const body = concat(...parts);
  return concat([tag, 0x80, 0x80, 0x80, body.length], body);
};

export function esds({ objectType = 0x40, config = [0x11, 0x90] } = {}): Uint8Array {
  const decoder = descriptor(4, [objectType, 0x15], zeros(11), descriptor(5, config));
  return fullBox('esds', 0, 0, descriptor(3, u16(0), [0], decoder, descriptor(6, [2])));
}

export function audioEntry(format: string, ...children: Uint8Array[]): Uint8Array {
  return box(format, zeros(6), u16(1), zeros(8), u16(2, 16, 0, 0, 48_000, 0), ...children);
}

export const aacEntry = (): Uint8Array => audioEntry('mp4a', esds());
export const mp3Entry = (): Uint8Array => audioEntry('mp4a', esds({ objectType: 0x6b }));
export const opusEntry = (): Uint8Array =>
  audioEntry('Opus', box('dOps', [0, 2], u16(312), u32(48_000), zeros(3)));
export const flacEntry = (): Uint8Array => audioEntry('fLaC', fullBox('dfLa', 0, 0, zeros(38)));

/** Version 1, as every iPhone writes: 16 more bytes, then the esds inside a `wave` box. */
export function quickTimeV1Entry(): Uint8Array {
  const head = concat(zeros(6), u16(1), u16(1), zeros(6), u16(2, 16, 0xfffe, 0, 44_100, 0), zeros(16));
  return box('mp4a', head, box('wave', box('frma', 'mp4a'), esds({ config: [0x12, 0x10] }), zeros(4)));
}

/** Version 2: constants in the plain fields, the truth in a struct behind them. */
export function quickTimeV2Entry(): Uint8Array {
  const rate = new DataView(new ArrayBuffer(8));
  rate.setFloat64(0, 48_000);
  const plain = concat(zeros(6), u16(1), u16(2), zeros(6), u16(3, 16, 0xfffe, 0, 1, 0));
  const struct = concat(u32(72), new Uint8Array(rate.buffer), u32(6, 0x7f000000, 16, 0, 0, 1024));
  return box('mp4a', plain, struct, esds());
}
