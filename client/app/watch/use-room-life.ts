import { useEffect } from 'preact/hooks';
import type { Watch } from './watch.ts';

/** Enters the room while the page stands, and tells it when nobody looks. */
export function useRoomLife(watch: Watch): void {
  useEffect(() => {
    const { room, deletions } = watch;
    room.connect();
    void bringTranscripts(watch);
    const onVisibility = () => room.setActivity(document.hidden ? 'away' : 'watching');
    const onLeave = () => deletions.flush();
    document.addEventListener('visibilitychange', onVisibility);
    addEventListener('pagehide', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      removeEventListener('pagehide', onLeave);
      room.close();
    };
  }, [watch]);
}

/** What is asked of the interface comes after the page: its first route does without. */
async function bringTranscripts(watch: Watch): Promise<void> {
  // A video whose transcripts cannot be had plays without.
  const part = await import('./transcript/load-transcripts.ts').catch(() => null);
  await part?.loadTranscripts(watch);
}
