import { makeVideo } from './library.ts';
import { enter, type RoomClient } from './room-client.ts';
import type { Visitor } from './visitor.ts';

type Somebody = Visitor & { id: string };

/** A new video of Ada's with her and Bob in its room. */
export async function roomOfTwo(
  ada: Somebody,
  bob: Somebody,
): Promise<{ videoId: string; a: RoomClient; b: RoomClient }> {
  const videoId = (await makeVideo(ada)).id;
  const a = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'manage' });
  const b = await enter(videoId, { userId: bob.id, name: 'Bob' });
  return { videoId, a, b };
}
