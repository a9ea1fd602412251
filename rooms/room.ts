import type { AckResult } from '#protocol/ack.ts';
import type { Identity } from '#protocol/ticket.ts';
import type { Connections, Peer } from './connections.ts';
import type { Crowd } from './crowd.ts';
import type { Guard } from './guard.ts';
import type { Outbox } from './outbox.ts';
import type { Pointing } from './pointing.ts';
import type { Facts } from './storage/facts.ts';
import type { LogKind } from './storage/log.ts';
import type { RoomSql } from './storage/sql.ts';

/** A handler's whole world. Nothing here waits: from parse to ack a message is one synchronous step (R10). */
export interface Room {
  readonly sql: RoomSql;
  /** Runs in one SQLite transaction; a throw undoes it. */
  readonly transact: <T>(run: () => T) => T;
  readonly nowMs: () => number;
  /** When this memory of the room began: it sleeps while nobody says anything. */
  readonly awakeSinceMs: number;
  readonly newShortId: () => string;
  readonly facts: Facts;
  readonly connections: Connections;
  readonly crowd: Crowd;
  readonly guard: Guard;
  readonly outbox: Outbox;
  readonly pointing: Pointing;
  /** Asks for the log's unflushed end to be written through after `delayMs`, unless that is already under way. */
  readonly requestFlush: (delayMs: number) => void;
}

/** Who sends an op: a socket's holder, or a REST request, which has no socket. */
export interface Sender {
  identity: Identity;
  peer: Peer | null;
}

/** What a handler did inside the transaction, and what follows once that stands. */
export interface Change {
  result: AckResult;
  kind: LogKind;
  entityId: string;
  /** Write through at once instead of with the next batch. */
  isUrgent?: boolean;
  afterCommit?: () => void;
}

export type Handler<Op> = (room: Room, sender: Sender, op: Op) => Change;
