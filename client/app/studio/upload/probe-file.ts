import type { InputVideoTrack } from 'mediabunny';
import { isVariable, rateOf, type FileFacts } from './file-facts.ts';

/** Enough to see whether frames come evenly, few enough to be read at once. */
const FRAMES_LOOKED_AT = 120;
const PATIENCE_MS = 10_000;
/** The coarsest clock files commonly keep their times by. */
const TICK_SECONDS = 0.001;

/** What stands in the file, read right here; null where this browser can make nothing of it. */
export async function probeFile(file: Blob): Promise<FileFacts | null> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  return Promise.race([readFacts(file).catch(() => null), patience]);
}

async function readFacts(file: Blob): Promise<FileFacts> {
  const { ALL_FORMATS, BlobSource, Input } = await import('mediabunny');
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS });
  try {
    const [format, video, audio] = await Promise.all([
      input.getFormat(),
      input.getPrimaryVideoTrack(),
      input.getPrimaryAudioTrack(),
    ]);
    const durationSeconds = await (video ?? audio)?.computeDuration();
    const audioCodec = (await audio?.getCodecParameterString()) ?? null;
    return {
      container: format.name,
      durationSeconds: durationSeconds ?? null,
      audioCodec,
      ...(video ? await readPicture(video) : NO_PICTURE),
    };
  } finally {
    input.dispose();
  }
}

const NO_PICTURE = {
  width: null,
  height: null,
  videoCodec: null,
  framesPerSecond: null,
  isVariableFrameRate: false,
  isHighDynamicRange: false,
};

async function readPicture(track: InputVideoTrack) {
  const [width, height, videoCodec, isHighDynamicRange, starts] = await Promise.all([
    track.getDisplayWidth(),
    track.getDisplayHeight(),
    track.getCodecParameterString(),
    track.hasHighDynamicRange(),
    readStarts(track),
  ]);
  return {
    width,
    height,
    videoCodec,
    framesPerSecond: rateOf(starts),
    isVariableFrameRate: isVariable(starts, TICK_SECONDS),
    isHighDynamicRange,
  };
}

/** When the first frames are shown; without the last few, which those still unread may come before. */
async function readStarts(track: InputVideoTrack): Promise<number[]> {
  const { EncodedPacketSink } = await import('mediabunny');
  const starts: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, {
    metadataOnly: true,
  })) {
    starts.push(packet.timestamp);
    if (starts.length === FRAMES_LOOKED_AT) break;
  }
  return starts.toSorted((one, other) => one - other).slice(0, -8);
}
