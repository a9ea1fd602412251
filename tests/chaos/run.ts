/** `npm run chaos [word…]`: every scenario, or those with one of the words in their name, then the account of all. */
import { atMost, holds, report, type Figure } from '#tests/bench/figure.ts';
import { isWhole, type Outcome } from './outcome.ts';
import { forceDisconnects } from './scenarios/forced-disconnects.ts';
import { killHost } from './scenarios/killed-host.ts';
import { killWorkerd } from './scenarios/killed-workerd.ts';
import { commitLate } from './scenarios/late-commits.ts';
import { loseAnswers } from './scenarios/lost-answers.ts';
import { neverRead } from './scenarios/never-reads.ts';
import { takePostgresAway } from './scenarios/postgres-away.ts';
import { shuffleFrames } from './scenarios/shuffled-frames.ts';
import { LONG, SHORT } from './sizes.ts';
import { Stage } from './stage.ts';
import { outcomeTable, totalOf } from './table.ts';

/** However it goes, it ends by itself. */
const LONGEST_MS = 15 * 60_000;
/** What still feels immediate. */
const RESPONSIVE_MS = 250;

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const size = process.argv.includes('--short') ? SHORT : LONG;
const say = (line: string): void => console.log(line);
const figures: Figure[] = [];

/** In this order: the last one hands the data over to a process of its own. */
const scenarios: Record<string, (stage: Stage) => Promise<Outcome>> = {
  'lost-answers': (stage) => loseAnswers(stage, size.lostAnswers, say),
  'late-commits': (stage) => commitLate(stage, size.lateCommits, say),
  'shuffled-frames': (stage) => shuffleFrames(stage, size.shuffledFrames, say),
  'never-reads': async (stage) => {
    const outcome = await neverRead(stage, size.neverReads, say);
    figures.push(atMost('ack p99 beside clients that never read', outcome.ackP99Ms, RESPONSIVE_MS, 'ms'));
    return outcome;
  },
  'forced-disconnects': (stage) => forceDisconnects(stage, size.forcedDisconnects, say),
  'postgres-away': async (stage) => {
    const outcome = await takePostgresAway(stage, size.postgresAway, say);
    figures.push(
      atMost('all stored after the return of Postgres', outcome.storedAfterSeconds, 10, 's', 1),
      atMost('ack p99 while Postgres is away', outcome.awayP99Ms, RESPONSIVE_MS, 'ms'),
    );
    return outcome;
  },
  'killed-workerd': (stage) => killWorkerd(stage, size.killedWorkerd, say),
  'killed-host': (stage) => killHost(stage, size.killedHost, say),
};

const watchdog = setTimeout(() => {
  console.log('It takes too long: given up.');
  process.exit(1);
}, LONGEST_MS);
console.log(`Starting the product, and ${size.guests} guests come in.`);
const stage = await Stage.open({ guests: size.guests });
const outcomes: Outcome[] = [];
try {
  for (const [name, run] of Object.entries(scenarios))
    if (words.length === 0 || words.some((word) => name.includes(word))) outcomes.push(await run(stage));
  // Once more after all the crashes: what counts is what is there in the end.
  for (const outcome of outcomes) Object.assign(outcome, await outcome.recount());
} finally {
  await stage.stop();
}
clearTimeout(watchdog);

const { lost, duplicated, otherwise } = totalOf(outcomes);
const inexact = outcomes.filter((outcome) => !isWhole(outcome)).map(({ scenario }) => scenario);
report('Chaos', [
  atMost('acknowledged comments lost', lost, 0, ''),
  atMost('comments stored twice', duplicated, 0, ''),
  atMost('reactions miscounted, threads settled on one side only', otherwise, 0, ''),
  holds('acked set = Postgres set', 'exactly', inexact.join(', ') || 'exactly', inexact.length === 0),
  ...figures,
]);
console.log(`\n${outcomeTable(outcomes)}\n`);
for (const { scenario, notes, troubles } of outcomes)
  for (const line of [...notes, ...troubles.slice(0, 5)]) console.log(`${scenario}: ${line}`);
process.exit(inexact.length > 0 || figures.some((figure) => !figure.isMet) ? 1 : 0);
