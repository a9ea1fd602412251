import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from './outcome.ts';
import { forceDisconnects } from './scenarios/forced-disconnects.ts';
import { killHost } from './scenarios/killed-host.ts';
import { killWorkerd } from './scenarios/killed-workerd.ts';
import { loseAnswers } from './scenarios/lost-answers.ts';
import { neverRead } from './scenarios/never-reads.ts';
import { takePostgresAway } from './scenarios/postgres-away.ts';
import { shuffleFrames } from './scenarios/shuffled-frames.ts';
import { SHORT } from './sizes.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => (stage = await Stage.open({ guests: SHORT.guests })));
afterAll(() => stage.stop());

const outcomes: Outcome[] = [];
const quiet = (): void => {};

/** All that was posted is acknowledged, and that is what Postgres holds: no less, no more, nothing twice. */
function expectWhole(outcome: Outcome, posts: number): void {
  outcomes.push(outcome);
  const { posted, acked, stored, counted, lost, duplicated, unasked, otherwise, troubles } = outcome;
  expect({ posted, acked, stored, counted, lost, duplicated, unasked, otherwise, troubles }).toEqual({
    posted: posts,
    acked: posts,
    stored: posts,
    counted: posts,
    lost: 0,
    duplicated: 0,
    unasked: 0,
    otherwise: 0,
    troubles: [],
  });
  expect(outcome.reacted).toBeGreaterThan(posts / 3);
  expect(outcome.settled).toBeGreaterThan(0);
}

test('R42 commits whose answers are lost are not made twice', async () => {
  expectWhole(await loseAnswers(stage, SHORT.lostAnswers, quiet), SHORT.lostAnswers.posts);
});

test('R11 frames doubled and out of order: one comment each, and the first answer again', async () => {
  expectWhole(await shuffleFrames(stage, SHORT.shuffledFrames, quiet), SHORT.shuffledFrames.posts);
});

test('R61 clients that never read are closed with 4008, and hold nobody up', async () => {
  const outcome = await neverRead(stage, SHORT.neverReads, quiet);
  expectWhole(outcome, SHORT.neverReads.posts);
  expect(outcome.heard).toBe(outcome.posted);
});

test('R11 connections cut under people who have just spoken', async () => {
  expectWhole(await forceDisconnects(stage, SHORT.forcedDisconnects, quiet), SHORT.forcedDisconnects.posts);
});

test('R43 Postgres crashes under a talking room: nobody is held up, everyone is told, nothing is lost', async () => {
  const outcome = await takePostgresAway(stage, SHORT.postgresAway, quiet);
  expectWhole(outcome, outcome.posted);
  expect(outcome).toMatchObject({ wasTold: true, heard: outcome.posted });
  expect(outcome.storedAfterSeconds).toBeLessThanOrEqual(10);
});

test('R10 workerd is killed while people talk', async () => {
  expectWhole(await killWorkerd(stage, SHORT.killedWorkerd, quiet), SHORT.killedWorkerd.posts);
});

test('R10 npm start is killed while people talk', async () => {
  expectWhole(await killHost(stage, SHORT.killedHost, quiet), SHORT.killedHost.posts);
});

test('R10 after all of that, everything acknowledged is still there', async () => {
  for (const { acked, recount } of outcomes)
    expect(await recount()).toMatchObject({
      acked,
      stored: acked,
      lost: 0,
      duplicated: 0,
      unasked: 0,
      otherwise: 0,
    });
});
