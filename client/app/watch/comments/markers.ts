import type { PlayerMarker } from '#client/player/player-contract.ts';
import { listComments } from '#client/room/select.ts';
import type { RoomState } from '#client/room/room-state.ts';
import { formatTime } from '#client/ui/timecode.ts';
import { formatSpan } from './loop.ts';

/** First comments of threads on the timeline; what is resolved is there, but quiet. */
export const markersOf = (state: RoomState): PlayerMarker[] =>
  listComments(state, 'time')
    .filter(({ isDeleted, parentId }) => !isDeleted && parentId === null)
    .flatMap(({ id, positionSeconds, endSeconds, authorName, content, hasDrawing, resolvedAt }) => {
      if (positionSeconds === null) return [];
      const isQuiet = resolvedAt !== null;
      const what = [isQuiet && 'resolved', hasDrawing && 'with a drawing'].filter(Boolean).join(', ');
      const when =
        endSeconds === null ? formatTime(positionSeconds) : formatSpan(positionSeconds, endSeconds);
      const head = `${authorName} at ${when}${what && ` (${what})`}`;
      const end = endSeconds === null ? {} : { endSeconds };
      return [{ id, positionSeconds, ...end, isQuiet, label: `${head}: ${content.slice(0, 80)}` }];
    });
