import type { Playback } from '#protocol/playback.ts';
import type { FollowedMedia } from './followed-media.ts';
import { isHeld } from './hold.ts';
import type { Room } from './room.ts';
import { NEW_STALL, nextStall } from './stall.ts';
import { nextReport, type ReportedSync, type SyncReport } from './sync-report.ts';
import type { MediaFacts } from './sync-step.ts';

/** Nearer than this to where everyone waits is there. */
const THERE_SECONDS = 0.1;

export interface Telling {
  connectionId: string;
  playback: Playback;
  facts: MediaFacts;
  sync: ReportedSync;
  /** Whether the screening waits for whoever stalls. */
  waits: boolean;
  serverMs: number;
}

/** What the room hears of how this viewer follows: rarely how far off, and at once that there is nothing to show. */
export class SyncTeller {
  readonly #room: Room;
  readonly #media: Pick<FollowedMedia, 'picture'>;
  #connectionId: string | null = null;
  #report: SyncReport | null = null;
  #stall = NEW_STALL;

  constructor(room: Room, media: Pick<FollowedMedia, 'picture'>) {
    this.#room = room;
    this.#media = media;
  }

  /** Out of the screening: the next one is told anew. */
  forget(): void {
    this.#connectionId = null;
    this.#stall = NEW_STALL;
  }

  tell(telling: Telling): void {
    // The room knows nothing of what an earlier connection reported.
    if (telling.connectionId !== this.#connectionId) this.#report = null;
    this.#connectionId = telling.connectionId;
    const report = nextReport(this.#report, telling.sync, telling.serverMs);
    if (report !== null) this.#room.reportSync({ offsetMs: report.offsetMs, errorMs: report.errorMs });
    this.#report = report ?? this.#report;
    if (telling.waits && !telling.facts.isBlocked) this.#tellStall(telling);
  }

  #tellStall({ connectionId, playback, facts, serverMs }: Telling): void {
    // Whoever stands elsewhere during a hold has still to get there.
    const isThere = Math.abs(facts.positionSeconds - playback.positionSeconds) <= THERE_SECONDS;
    const picture = isThere || !isHeld(playback, serverMs) ? this.#media.picture() : 'none';
    const { isSeeking } = facts;
    const { memory, tell } = nextStall(this.#stall, { connectionId, playback, picture, isSeeking, serverMs });
    this.#stall = memory;
    if (tell !== null) this.#room.tellStall(tell);
  }
}
