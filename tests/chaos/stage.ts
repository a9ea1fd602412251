import { v7 as uuidv7 } from 'uuid';
import { runStart, type StartCommand } from '#tests/support/start-command.ts';
import { enterAsGuest, signUp, type Person } from '#tests/support/people.ts';
import { makeTempFolder } from '#tests/support/temp-folder.ts';
import { withClient } from '#worker/local/database-setup.ts';
import { findFreePort } from '#worker/local/free-port.ts';
import { startStack, type Stack } from '#worker/local/stack.ts';
import type { Stored, StoredComment } from './account.ts';
import {
  bringPostgresBack,
  crashPostgres,
  endPostgres,
  signalPostgres,
  superuserUrlOf,
} from './postgres-outage.ts';

const ENTER_AT_ONCE = 8;

/** The whole product with durable storage, on one data folder and one port, and the people who use it. */
export class Stage {
  readonly guests: Person[] = [];
  readonly #temp = makeTempFolder();
  readonly #port: number;
  #stack: Stack | undefined;
  #host: StartCommand | undefined;
  #owner: Person | undefined;
  #isPostgresLoose = false;

  private constructor(port: number) {
    this.#port = port;
    process.once('exit', this.#killAll);
  }

  static async open({ guests }: { guests: number }): Promise<Stage> {
    const stage = new Stage(await findFreePort());
    try {
      await stage.start();
      stage.#owner = await signUp(stage.origin, 'Ada');
      while (stage.guests.length < guests) {
        const count = Math.min(ENTER_AT_ONCE, guests - stage.guests.length);
        stage.guests.push(
          ...(await Promise.all(Array.from({ length: count }, () => enterAsGuest(stage.origin)))),
        );
      }
      return stage;
    } catch (error) {
      await stage.stop();
      throw error;
    }
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get stack(): Stack {
    if (!this.#stack) throw new Error('The product runs in a process of its own.');
    return this.#stack;
  }

  async start(): Promise<void> {
    this.#stack = await startStack({
      dataDir: this.#temp.folder,
      port: this.#port,
      durable: true,
      quiet: true,
    });
  }

  /** Whatever runs is stopped in order; the data stays. */
  async halt(): Promise<void> {
    await this.#stack?.stop();
    this.#stack = undefined;
    if (this.#isPostgresLoose) await endPostgres(this.#temp.folder);
    this.#isPostgresLoose = false;
    this.#host?.process.kill('SIGTERM');
    await this.#host?.ended;
    this.#host = undefined;
  }

  async stop(): Promise<void> {
    await this.halt();
    process.off('exit', this.#killAll);
    this.#temp.remove();
  }

  killWorkerd(): void {
    for (const processId of this.stack.workerdPids) process.kill(processId, 'SIGKILL');
  }

  /** `npm start` on the same data and port, in a process of its own; resolves when it is ready. */
  async startHost(): Promise<void> {
    this.#host = runStart({ PORT: String(this.#port), LOCKSTEP_DATA: this.#temp.folder });
    await this.#host.ready;
  }

  /** Its PostgreSQL and workerd live on, orphaned, until the next start ends them. */
  async killHost(): Promise<void> {
    this.#host?.process.kill('SIGKILL');
    await this.#host?.ended;
    this.#host = undefined;
  }

  async crashPostgres(): Promise<void> {
    await crashPostgres(this.#temp.folder);
  }

  async bringPostgresBack(): Promise<void> {
    this.#isPostgresLoose = true;
    await bringPostgresBack(this.#temp.folder);
  }

  /** Everything sent to it waits, and is done when it goes on. */
  freezePostgres(): void {
    signalPostgres(this.#temp.folder, 'SIGSTOP');
  }

  thawPostgres(): void {
    signalPostgres(this.#temp.folder, 'SIGCONT');
  }

  /** A video without a film: a room needs no more. */
  async makeVideo(title: string): Promise<string> {
    const id = uuidv7();
    await this.#owner?.session.json('POST', '/api/videos', { id, title, visibility: 'public' });
    return id;
  }

  /** What Postgres holds of a video, and the count of comments it keeps beside it. */
  readStored(videoId: string): Promise<Stored & { count: number }> {
    return withClient(superuserUrlOf(this.#temp.folder), async (client) => {
      const text = `select id, content, resolved_at is not null as "isSettled" from comments where video_id = $1`;
      const { rows: comments } = await client.query<StoredComment>(text, [videoId]);
      const counted = 'select comment_count as count from videos where id = $1';
      const { rows } = await client.query<{ count: number }>(counted, [videoId]);
      const counts = await client.query<{ moment: string; count: number }>(
        `select second || ' ' || emoji as moment, count from reactions where video_id = $1`,
        [videoId],
      );
      const reactions = new Map(counts.rows.map(({ moment, count }) => [moment, count]));
      return { comments, reactions, count: Number(rows[0]?.count) };
    });
  }

  readonly #killAll = (): void => {
    this.#host?.process.kill('SIGTERM');
    this.thawPostgres(); // what stands still hears nothing
    if (this.#isPostgresLoose) signalPostgres(this.#temp.folder, 'SIGQUIT');
  };
}
