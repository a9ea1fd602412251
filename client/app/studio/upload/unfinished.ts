import { signal, type ReadonlySignal } from '@preact/signals';
import { sizeWords } from '#client/ui/size-words.ts';
import { RequestFailed } from '../../request.ts';
import { fingerprintOf } from './fingerprint.ts';
import { endBegun, forgetBegun, listBegun, sentBytesOf, type BegunUpload } from './send-file.ts';
import { takesVideoAlong, type Video } from './upload-row.ts';
import { discardVideo, readVideo } from './video-of-row.ts';

/** An upload of an earlier visit: it goes on when its file is chosen again. */
export interface Unfinished {
  begun: BegunUpload;
  video: Video;
  sentBytes: number;
}

export interface UnfinishedList {
  readonly all: ReadonlySignal<readonly Unfinished[]>;
  /** Asks the server what it has; what it knows nothing of is forgotten. */
  load(isShown: (videoId: string) => boolean): Promise<void>;
  /** The one that this file is the rest of. */
  findFor(file: File): Promise<Unfinished | undefined>;
  /** Why this is not the file that `unfinished` waits for; undefined if it is. */
  objectionTo(file: File, unfinished: Unfinished): Promise<string | undefined>;
  drop(unfinished: Unfinished): void;
  putBack(unfinished: Unfinished): void;
  /** Ends it: what was sent is gone. */
  end(unfinished: Unfinished): Promise<void>;
}

export function createUnfinished(userId: string): UnfinishedList {
  const all = signal<readonly Unfinished[]>([]);
  const drop = ({ begun }: Unfinished) => {
    all.value = all.peek().filter((each) => each.begun.storageKey !== begun.storageKey);
  };
  return {
    all,
    async load(isShown) {
      const begun = (await listBegun(userId)).filter(({ videoId }) => !isShown(videoId));
      const found = await Promise.all(begun.map((each) => stateOf(each)));
      all.value = found.filter((each) => each !== undefined);
    },
    async findFor(file) {
      if (all.peek().length === 0) return undefined;
      const fingerprint = await fingerprintOf(file, userId);
      return all.peek().find(({ begun }) => begun.fingerprint === fingerprint);
    },
    async objectionTo(file, { begun }) {
      if (file.size !== begun.sizeBytes)
        return `“${file.name}” is another file: it has ${sizeWords(file.size)}, “${begun.fileName}” ${sizeWords(begun.sizeBytes)}.`;
      if ((await fingerprintOf(file, userId)) !== begun.fingerprint)
        return `“${file.name}” is as long as “${begun.fileName}”, but holds something else. Choose the file it was begun with.`;
      return undefined;
    },
    drop,
    putBack: (unfinished) => (all.value = [...all.peek(), unfinished]),
    async end({ begun, video }) {
      await endBegun(begun);
      if (takesVideoAlong({ video, madeVideo: begun.madeVideo })) await discardVideo(video.id);
    },
  };
}

/** Undefined where there is nothing to go on with, and while nobody can say. */
async function stateOf(begun: BegunUpload): Promise<Unfinished | undefined> {
  try {
    const sentBytes = await sentBytesOf(begun);
    if (sentBytes !== null && sentBytes < begun.sizeBytes)
      return { begun, sentBytes, video: await readVideo(begun.videoId) };
    await forgetBegun(begun);
  } catch (error) {
    if (error instanceof RequestFailed && error.code === 'NOT_FOUND') await forgetBegun(begun);
  }
  return undefined;
}
