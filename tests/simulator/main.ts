// `npm run simulate -- --room-minutes 1000 --seed 1`: many rooms in virtual time, and a table of what was seen.
import { parseArgs } from 'node:util';
import { atMost, holds, report } from '#tests/bench/figure.ts';
import { FRAME_MS } from './measure.ts';
import { Progress } from './progress.ts';
import { ROOM_MINUTES, simulateRoom, type SimulatedRoom } from './simulate.ts';
import { Measured } from './watch.ts';

const MOST_SHOWN = 20;
const GOAL_PER_CPU_MINUTE = 20_000;

const { values } = parseArgs({
  options: {
    'room-minutes': { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    'every-frame': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const rooms = Math.ceil(Number(values['room-minutes']) / ROOM_MINUTES);
if (!Number.isInteger(seed) || !Number.isInteger(rooms) || rooms < 1) {
  console.error('Usage: npm run simulate -- --room-minutes 2000 --seed 1 [--every-frame]');
  process.exit(2);
}

const measured = new Measured();
const broken: SimulatedRoom[] = [];
const progress = new Progress(rooms);
const isEveryFrame = values['every-frame'];
const startCpu = process.cpuUsage();
for (let index = 0; index < rooms; index += 1) {
  const room = await simulateRoom({ seed: seed + index, measured, isEveryFrame });
  if (room.violations.length > 0) broken.push(room);
  progress.tell(index + 1, broken.length);
}
progress.end();
const { user, system } = process.cpuUsage(startCpu);
const perCpuMinute = (rooms * ROOM_MINUTES) / ((user + system) / 60e6);

for (const room of broken.slice(0, MOST_SHOWN)) {
  for (const { rule, atSeconds, words } of room.violations)
    console.log(`seed ${room.seed} at ${atSeconds.toFixed(3)} s: ${rule}: ${words.slice(0, 200)}`);
  console.log(
    `  again: npm run simulate -- --room-minutes 1 --seed ${room.seed}${isEveryFrame ? ' --every-frame' : ''}\n`,
  );
}
const violations = broken.reduce((sum, room) => sum + room.violations.length, 0);
const { skew, offset, clock } = measured;
const shown = [skew, offset, clock].map(
  (seen) =>
    `p50 ${seen.percentileMs(0.5)}, p95 ${seen.percentileMs(0.95)}, p99 ${seen.percentileMs(0.99)}, most ${seen.mostMs.toFixed(1)} ms`,
);
report(`Simulated rooms, seeds ${seed} to ${seed + rooms - 1}`, [
  holds('room-minutes', '', `${rooms * ROOM_MINUTES}`, true),
  holds(
    'room-minutes per CPU-minute',
    `≥ ${GOAL_PER_CPU_MINUTE}`,
    perCpuMinute.toFixed(0),
    isEveryFrame || perCpuMinute >= GOAL_PER_CPU_MINUTE,
  ),
  atMost('violations', violations, 0, ''),
  holds(
    'skew between settled viewers',
    'p50 < 33.3, p95 < 66.7 ms',
    shown[0] ?? '',
    skew.percentileMs(0.5) < FRAME_MS && skew.percentileMs(0.95) < 2 * FRAME_MS,
  ),
  holds('offset by a viewer’s own clock', '< 33.3 ms', shown[1] ?? '', offset.mostMs < FRAME_MS),
  holds('error of the clocks', 'as stated', shown[2] ?? '', true),
]);
process.exitCode = violations > 0 ? 1 : 0;
