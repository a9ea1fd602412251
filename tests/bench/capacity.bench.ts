/** A thousand in one room: what joining costs, how much is delivered how soon, what a comment costs, and silence. */
import { setTimeout as pause } from 'node:timers/promises';
import { startCrowd } from './capacity-drive.ts';
import { measureComments } from './capacity-op.ts';
import { measurePeer } from './capacity-peers.ts';
import { drawLatency } from './capacity-picture.ts';
import { broadcastFigures, measureJoining, measureTalk, MESSAGES_PER_SECOND } from './capacity-scenes.ts';
import type { Measured } from './capacity-scenes.ts';
import { beginSilence } from './capacity-silence.ts';
import { openCapacityStage, type CapacityStage } from './capacity-stage.ts';
import { report, type Figure } from './figure.ts';

const CROWD = 1_000;
const TALKERS = 40;
const SECONDS = 4;
/** Smaller crowds, for the picture; each is who remains of the one before. */
const SMALLER = [500, 200, 50, 10];
const PEER_SIZES = [10, 200, CROWD];

async function fillRoom({ stack, openRoom }: CapacityStage) {
  const room = await openRoom();
  const crowd = startCrowd();
  const joining = await measureJoining(crowd, await room.seats(CROWD));
  const bySize = new Map<number, Measured>();
  let size = CROWD;
  for (const next of [...SMALLER, 0]) {
    // Who leaves next talks: nobody may say more than a person says in a minute.
    const to = Math.min(size, next + TALKERS);
    const plan = { from: next, to, perSecond: MESSAGES_PER_SECOND, seconds: size === CROWD ? SECONDS : 1.5 };
    bySize.set(size, await measureTalk(crowd, plan, stack.workerdPids));
    await crowd.ask('leave', { keep: next });
    await pause(500);
    size = next;
  }
  crowd.stop();
  room.host.close();
  return { joining, bySize };
}

async function measureRoom(): Promise<{ figures: Figure[]; bySize: Map<number, Measured> }> {
  const stage = await openCapacityStage();
  try {
    const endSilence = await beginSilence(stage);
    const { joining, bySize } = await fillRoom(stage);
    const comments = await measureComments(stage);
    return { figures: [...joining, ...comments, ...(await endSilence())], bySize };
  } finally {
    await stage.stop();
  }
}

const { figures, bySize } = await measureRoom();
const peers = [
  { name: 'ws', bySize: await measurePeer('ws', PEER_SIZES) },
  { name: 'ws with ticks', bySize: await measurePeer('ws-ticks', PEER_SIZES) },
  { name: 'socket.io', bySize: await measurePeer('socket.io', PEER_SIZES) },
];
drawLatency(MESSAGES_PER_SECOND, { name: 'Lockstep', bySize }, peers);

const ofCrowd = (sizes: ReadonlyMap<number, Measured>): Measured => {
  const measured = sizes.get(CROWD);
  if (!measured) throw new Error('The whole crowd was not measured.');
  return measured;
};
const beside = peers.map((peer) => ({ name: peer.name, measured: ofCrowd(peer.bySize) }));
report('A thousand in one room', [...broadcastFigures(ofCrowd(bySize), beside), ...figures]);
process.exit();
