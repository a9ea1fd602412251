import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';

const stay = async (): Promise<void> => {};
/** Takes a room out of memory; its sockets and storage stay. */
const evict = async (videoId: string): Promise<void> => {
  // It may be asleep already.
  await evictDurableObject(env.ROOMS.getByName(videoId)).catch(() => {});
};

/** Every scenario of a room is lived twice, with one of these between its steps. */
export const LIVES: [name: string, between: (videoId: string) => Promise<void>][] = [
  ['in one life', stay],
  ['with an eviction between each step', evict],
];
