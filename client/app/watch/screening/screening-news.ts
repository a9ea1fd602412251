import type { RoomState } from '#client/room/room-state.ts';
import { describeMode, describePolicy, isGranted, isHostOf, mayManage } from './steering-rules.ts';

/** How the own screening came to be led otherwise between two states of the room: each as one short sentence. */
export function screeningNews(state: RoomState, previous: RoomState): string[] {
  const id = previous.screening?.id;
  if (id === undefined) return [];
  const [now, then] = [state.screenings.get(id), previous.screenings.get(id)];
  if (state.screening === null && !now) return ['The screening has ended'];
  if (!now || !then || state.screening?.id !== id) return [];
  const news: string[] = [];
  const { you } = state;
  if (now.hostId !== then.hostId || now.hostConnectionId !== then.hostConnectionId)
    news.push(you && isHostOf(now, you) ? 'You are the host now' : `${now.hostName} is the host now`);
  else if (now.isHostHere !== then.isHostHere && !(you && isHostOf(now, you)))
    news.push(`${now.hostName} (host) is ${now.isHostHere ? 'back' : 'away'}`);
  if (now.controlMode !== then.controlMode)
    news.push(`Who steers: ${describeMode(now.controlMode, now.hostName)}`);
  if (now.stallPolicy !== then.stallPolicy)
    news.push(`If a video stalls: ${describePolicy(now.stallPolicy)}`);
  if (mayManage(now, you)) news.push(...newAskers(state, previous));
  if (isGranted(state) !== isGranted(previous))
    news.push(isGranted(state) ? 'You can control now' : 'You can no longer control');
  return news;
}

function newAskers(state: RoomState, previous: RoomState): string[] {
  const known = new Set(previous.screening?.control.asking.map(({ connectionId }) => connectionId));
  const asking = state.screening?.control.asking ?? [];
  return asking
    .filter(({ connectionId }) => !known.has(connectionId))
    .map(({ name }) => `${name} asks to control`);
}
