import type { AckResult } from '#protocol/ack.ts';
import { RoomRefusal } from './room-refusal.ts';

export const unexpected = (result: AckResult): RoomRefusal =>
  new RoomRefusal('INTERNAL', `The room answered with ${result.kind}, which this op does not make.`);
