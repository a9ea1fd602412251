import { useEffect } from 'preact/hooks';
import { useWatch } from '../watch.ts';

/** A marker on the timeline was chosen: its comments come to the front, the first of them into sight. */
export function useMarkerChoice(onChoice: (commentId: string) => void): void {
  const watch = useWatch();
  const player = watch.player.value;
  useEffect(() => {
    const onSelect = (event: Event) => {
      const [first] = (event as CustomEvent<{ ids: string[] }>).detail.ids;
      if (first === undefined) return;
      watch.tab.value = 'comments';
      requestAnimationFrame(() => onChoice(first));
    };
    player?.addEventListener('markerselect', onSelect);
    return () => player?.removeEventListener('markerselect', onSelect);
  }, [player, watch]);
}
