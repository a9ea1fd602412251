import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '#tests/bench/figure.ts';
import { accountOf } from './account.ts';
import { acknowledgedIn, type Diary } from './diary.ts';
import { isWhole, type Outcome } from './outcome.ts';
import type { Stage } from './stage.ts';
import { Talker, type TalkerOptions } from './talker.ts';

export type Say = (line: string) => void;

export interface Cast {
  scenario: string;
  talkers: number;
  say: Say;
  options?: TalkerOptions;
  /** Pads every comment to this many characters. */
  characters?: number;
}

/** So many comments to one reaction, and to one thread that is settled. */
const REACT_EVERY = 2;
const SETTLE_EVERY = 5;
const SECONDS_REACTED_TO = 60;
const PROGRESS_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** People talking about one video, through whatever happens. */
export class Conversation {
  readonly videoId: string;
  readonly talkers: Talker[];
  /** Says nothing and takes in everything. */
  readonly listener: Talker;
  posted = 0;
  readonly #stage: Stage;
  readonly #cast: Cast;
  readonly #begunMs = performance.now();
  readonly #progress: ReturnType<typeof setInterval>;

  private constructor(stage: Stage, videoId: string, cast: Cast) {
    this.#stage = stage;
    this.#cast = cast;
    this.videoId = videoId;
    const [first, ...others] = stage.guests;
    if (!first || others.length < cast.talkers) throw new Error('There are too few guests.');
    this.listener = new Talker(first, videoId, { isListening: true });
    this.talkers = others.slice(0, cast.talkers).map((person) => new Talker(person, videoId, cast.options));
    this.#progress = setInterval(() => cast.say(this.#describe()), PROGRESS_EVERY_MS);
  }

  static async begin(stage: Stage, cast: Cast): Promise<Conversation> {
    cast.say(`${cast.scenario}: ${cast.talkers} people`);
    const conversation = new Conversation(stage, await stage.makeVideo(cast.scenario), cast);
    const everyone = [conversation.listener, ...conversation.talkers];
    await conversation.until('everyone has joined', 30_000, () => everyone.every((one) => one.isConnected));
    return conversation;
  }

  get #diaries(): Diary[] {
    return this.talkers.map(({ diary }) => diary);
  }

  get ackedCount(): number {
    return this.talkers.reduce((sum, talker) => sum + talker.diary.acked.size, 0);
  }

  /** Everyone in turn, `perSecond` in all. `onPost` sees who has just spoken. */
  async talk(count: number, perSecond: number, onPost: (talker: Talker) => void = () => {}): Promise<void> {
    const begunMs = performance.now();
    for (let n = 0; n < count; n += 1) {
      await pause(Math.max(0, begunMs + (n * 1000) / perSecond - performance.now()));
      const talker = this.talkers[this.posted % this.talkers.length];
      if (!talker) return;
      const words = `${this.#cast.scenario} ${this.posted} `;
      talker.say(words.padEnd(this.#cast.characters ?? 0, '.').trim());
      this.posted += 1;
      if (this.posted % REACT_EVERY === 0) talker.react(this.posted % SECONDS_REACTED_TO);
      if (this.posted % SETTLE_EVERY === 0) talker.settle();
      onPost(talker);
    }
  }

  /** Waits for something, at most so long; false when it did not come. */
  async until(what: string, withinMs: number, isSo: () => boolean | Promise<boolean>): Promise<boolean> {
    const giveUpAtMs = performance.now() + withinMs;
    while (performance.now() < giveUpAtMs) {
      if (await isSo()) return true;
      await pause(LOOK_EVERY_MS);
    }
    this.#cast.say(`  ${what}: not within ${withinMs / 1000} s`);
    return false;
  }

  untilAcked(withinMs: number): Promise<boolean> {
    return this.until('all acknowledged', withinMs, () =>
      this.talkers.every((one) => one.pendingCount === 0),
    );
  }

  /** How long until Postgres has all that is acknowledged, in ms; infinite when it takes too long. */
  async untilStored(withinMs: number): Promise<number> {
    const begunMs = performance.now();
    const isStored = await this.until('all stored', withinMs, async () => {
      const stored = await this.#stage.readStored(this.videoId).catch(() => undefined);
      if (!stored) return false;
      const { stored: count, otherwise } = accountOf(acknowledgedIn(this.#diaries), stored);
      return count >= this.ackedCount && otherwise === 0;
    });
    return isStored ? performance.now() - begunMs : Infinity;
  }

  /** How many of the acknowledged Postgres does not have yet. */
  async countUnwritten(): Promise<number> {
    const acked = this.talkers.flatMap((talker) => [...talker.diary.acked.keys()]);
    const { comments } = await this.#stage.readStored(this.videoId);
    const stored = new Set(comments.map(({ id }) => id));
    return acked.filter((id) => !stored.has(id)).length;
  }

  /** What 99 of 100 acknowledgements that came since then did not exceed. */
  ackP99Ms(sinceMs = 0): number {
    const acks = this.#diaries.flatMap((diary) => diary.acks).filter(({ atMs }) => atMs >= sinceMs);
    return percentile(
      acks.map(({ tookMs }) => tookMs),
      0.99,
    );
  }

  /** Waits for the last acknowledgement and the last row, sends everyone home and makes up the account. */
  async end(notes: string[] = [], withinMs = 30_000): Promise<Outcome> {
    await this.untilAcked(withinMs);
    await this.untilStored(withinMs);
    const outcome = await this.account(notes);
    this.close();
    const { scenario, say } = this.#cast;
    say(
      `  ${outcome.acked} acknowledged, ${outcome.stored} stored: ${isWhole(outcome) ? 'exact' : 'NOT EXACT'}`,
    );
    for (const trouble of outcome.troubles.slice(0, 5)) say(`  ${scenario}: ${trouble}`);
    return outcome;
  }

  /** What was acknowledged beside what is stored right now. */
  async account(notes: string[]): Promise<Outcome> {
    const stored = await this.#stage.readStored(this.videoId);
    const everyone = [this.listener, ...this.talkers];
    const acked = acknowledgedIn(this.#diaries);
    return {
      ...accountOf(acked, stored),
      scenario: this.#cast.scenario,
      posted: this.posted,
      counted: stored.count,
      heard: this.heardOnce,
      ackP99Ms: this.ackP99Ms(),
      tookSeconds: (performance.now() - this.#begunMs) / 1000,
      troubles: everyone.flatMap((one) => one.diary.troubles),
      notes,
      recount: async () => accountOf(acked, await this.#stage.readStored(this.videoId)),
    };
  }

  /** Of what was acknowledged, how much the listener was told, each once. */
  get heardOnce(): number {
    return [...this.listener.diary.heard.values()].filter((times) => times === 1).length;
  }

  close(): void {
    clearInterval(this.#progress);
    for (const talker of [this.listener, ...this.talkers]) talker.close();
  }

  #describe(): string {
    const seconds = ((performance.now() - this.#begunMs) / 1000).toFixed(0);
    const away = this.talkers.filter((talker) => !talker.isConnected).length;
    return `  ${seconds.padStart(3)} s  ${this.posted} posted, ${this.ackedCount} acknowledged, ${away} disconnected`;
  }
}
