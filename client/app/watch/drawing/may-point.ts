import { can } from '#protocol/capability.ts';
import type { RoomState } from '#client/room/room-state.ts';

export const mayPoint = ({ screening, you }: RoomState): boolean =>
  screening !== null && you !== null && can(you.role, 'picture.point');
