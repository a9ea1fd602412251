import { signal, type ReadonlySignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../../request.ts';
import type { Cue } from './cues.ts';

export interface CueReading {
  readonly cues: ReadonlySignal<readonly Cue[]>;
  readonly isReading: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Told | null>;
  /** Reads on from where it failed. */
  retry(): void;
}

const PAGE_SIZE = 1000;

/** Reads all that is said in one language, page by page; what has come is there to be read meanwhile. */
export function readCues(videoId: string, language: string): CueReading {
  const cues = signal<readonly Cue[]>([]);
  const isReading = signal(false);
  const failure = signal<Told | null>(null);
  let cursor: string | null | undefined;
  const read = async () => {
    isReading.value = true;
    failure.value = null;
    try {
      while (cursor !== null) {
        const query = { limit: PAGE_SIZE, cursor };
        const params = { path: { id: videoId, language }, query };
        const page = await answerOf(api.GET('/api/videos/{id}/transcripts/{language}', { params }));
        cues.value = [...cues.peek(), ...page.items];
        cursor = page.next;
      }
    } catch (error) {
      failure.value = toldOf(error);
    } finally {
      isReading.value = false;
    }
  };
  void read();
  return { cues, isReading, failure, retry: () => void read() };
}
