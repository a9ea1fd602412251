import { useEffect } from 'preact/hooks';
import { loadTranscripts } from './transcript/transcripts.ts';
import type { Watch } from './watch.ts';

/** Enters the room while the page stands, and tells it when nobody looks. */
export function useRoomLife(watch: Watch): void {
  useEffect(() => {
    const { room, deletions } = watch;
    room.connect();
    void loadTranscripts(watch);
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
