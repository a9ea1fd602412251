import type { UpOp } from '#protocol/up.ts';
import type { Change, Room, Sender } from '../room.ts';
import { deleteComment, editComment, postComment, resolveComment } from './comment.ts';
import { grantControl, requestControl } from './control.ts';
import { setLike } from './like.ts';
import { controlPlayback } from './playback.ts';
import { setProgress } from './progress.ts';
import { postReaction } from './reaction.ts';
import { endScreening, joinScreening, startScreening, stopFollowing } from './screening.ts';
import { handOver, setScreening } from './settings.ts';

/** Each op's handler; the types hold this list and the protocol's to each other. */
export function handleOp(room: Room, sender: Sender, op: UpOp): Change {
  switch (op.t) {
    case 'comment.post':
      return postComment(room, sender, op);
    case 'comment.edit':
      return editComment(room, sender, op);
    case 'comment.delete':
      return deleteComment(room, sender, op);
    case 'comment.resolve':
      return resolveComment(room, sender, op);
    case 'like.set':
      return setLike(room, sender, op);
    case 'reaction.post':
      return postReaction(room, sender, op);
    case 'progress.set':
      return setProgress(room, sender, op);
    case 'screening.start':
      return startScreening(room, sender, op);
    case 'screening.join':
      return joinScreening(room, sender, op);
    case 'screening.leave':
      return stopFollowing(room, sender, op);
    case 'screening.end':
      return endScreening(room, sender, op);
    case 'screening.set':
      return setScreening(room, sender, op);
    case 'screening.handover':
      return handOver(room, sender, op);
    case 'control.request':
      return requestControl(room, sender, op);
    case 'control.grant':
      return grantControl(room, sender, op);
    case 'playback.play':
    case 'playback.pause':
    case 'playback.seek':
    case 'playback.rate':
      return controlPlayback(room, sender, op);
  }
}
