import { Server, type Connection, type ConnectionContext } from 'partyserver';
import type { Ack, Refuse } from '#protocol/ack.ts';
import { PING, PONG } from '#protocol/wire.ts';
import { CLOSE_CODE, ERROR_STATUS } from '#protocol/error.ts';
import type { Identity } from '#protocol/ticket.ts';
import type { UpOp } from '#protocol/up.ts';
import { findObstacle, seatFor } from './admission.ts';
import { askedFor, type Asked } from './asked.ts';
import { catchUp, type CaughtUp } from './catch-up.ts';
import { commitOp, refuseOf } from './commit.ts';
import { sayBye, type Peer, type Seat } from './connections.ts';
import { receive } from './dispatch.ts';
import type { RoomEnv } from './env.ts';
import { createCensusDatabase } from './flush/census.ts';
import { createRoomDatabase } from './flush/postgres.ts';
import { nudgeOver } from './flush/told.ts';
import { decodeClaims, IDENTITY_HEADER } from './identity-boundary.ts';
import { Keeper } from './keeper.ts';
import { leaveRoom, leaveRoomFromSleep } from './leave.ts';
import { findLiveRecap, findLiveScreening, liveOf } from './live.ts';
import type { FoundScreening, LiveRecap, LiveRoom } from './live.ts';
import { comparePage, type Compared, type Place } from './reconcile.ts';
import type { Room } from './room.ts';
import { listParkedRows, retryParked, type ParkedRow, type Retried } from './parked.ts';
import { PartyPeer } from './party-peer.ts';
import { revokeIn, type RevokeFilter } from './revocation.ts';
import { learnDuration } from './storage/facts.ts';
import { makeShortId } from './short-id.ts';

/** The live side of one video; addressed by the video's id. A shell: what it does stands in the files it calls. */
export class VideoRoom extends Server<RoomEnv & Cloudflare.Env> {
  static override options = { hibernate: true };
  readonly #keeper: Keeper;
  /** Whose socket it is, once it has spoken. */
  readonly #speakers = new WeakMap<WebSocket, Peer>();

  constructor(ctx: DurableObjectState, env: RoomEnv & Cloudflare.Env) {
    super(ctx, env);
    const { storage } = ctx;
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
    this.#keeper = new Keeper({
      sql: storage.sql,
      transact: (run) => storage.transactionSync(run),
      nowMs: () => Date.now(),
      random: () => Math.random(),
      newShortId: makeShortId,
      setTimer: (run, delayMs) => void setTimeout(run, delayMs),
      setAlarm: (atMs) => void storage.setAlarm(atMs),
      database: createRoomDatabase(env.DATABASE_URL, nudgeOver(env)),
      peers: () => this.#peers(),
    });
    void ctx.blockConcurrencyWhile(async () => this.#keeper.rearm(await storage.getAlarm()));
  }

  *#peers(): Generator<PartyPeer> {
    for (const connection of this.getConnections<Seat>())
      if (connection.state) yield new PartyPeer(connection, connection.state, { hasSlept: true });
  }

  /** Only the worker calls this, with claims it has verified. A room that cannot open says so before the upgrade. */
  override async fetch(request: Request): Promise<Response> {
    try {
      await this.#keeper.open(this.name);
    } catch (error) {
      const refusal = refuseOf(null, error);
      return Response.json(refusal, { status: ERROR_STATUS[refusal.code] });
    }
    return super.fetch(request);
  }

  override onConnect(connection: Connection<Seat>, { request }: ConnectionContext): void {
    const room = this.#keeper.room;
    if (!room) return connection.close(CLOSE_CODE.NEW_TICKET, 'The room has gone.');
    const claims = decodeClaims(request.headers.get(IDENTITY_HEADER));
    const seat = seatFor(claims, room.nowMs());
    const peer = new PartyPeer(connection, seat);
    const obstacle = findObstacle(room, seat, claims.issuedAtMs);
    if (obstacle) return sayBye(peer, obstacle.closeCode, obstacle.message);
    peer.takeSeat(seat);
    room.connections.add(peer);
    learnDuration(room.sql, room.facts, claims.durationSeconds);
  }

  override onMessage(connection: Connection<Seat>, message: string | ArrayBuffer): void {
    const room = this.#keeper.room;
    if (!room) return connection.close(CLOSE_CODE.NEW_TICKET, 'The room has gone.');
    const peer = room.connections.find(connection.id);
    // A socket the room has closed may still have sent something.
    if (!peer) return;
    this.#speakers.set(connection, peer);
    receive(room, peer, message);
  }

  /** Past partyserver, which reads the socket's whole attachment back for every message. */
  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const room = this.#keeper.room;
    const peer = this.#speakers.get(socket);
    if (!room || !peer || room.connections.find(peer.id) !== peer)
      return super.webSocketMessage(socket, message);
    receive(room, peer, message);
  }

  override onClose(connection: Connection<Seat>): void {
    this.#leave(connection);
  }

  override onError(connection: Connection<Seat>): void {
    this.#leave(connection);
  }

  #leave(connection: Connection<Seat>): void {
    const room = this.#keeper.room;
    const peer = room?.connections.find(connection.id);
    if (room && peer) leaveRoom(room, peer);
    else if (room && connection.state) leaveRoomFromSleep(room, new PartyPeer(connection, connection.state));
  }

  override onAlarm(): Promise<void> {
    return this.#keeper.onAlarm();
  }

  /** A REST write: the same op, the same rules, the same answer as over a socket. */
  async apply(op: UpOp, identity: Identity): Promise<Ack | Refuse> {
    try {
      const room = await this.#keeper.open(this.name);
      return await new Promise((resolve) => commitOp(room, { identity, peer: null }, op, resolve));
    } catch (error) {
      return refuseOf(op.id, error);
    }
  }

  /** After this Postgres has what the room has, unless it is slow or away; whether it was written just now. At most 1 s. */
  settle(): Promise<boolean> {
    return this.#keeper.settle();
  }

  /** The video has been purged: nothing of it stays here (R45). */
  forget(): void {
    this.#keeper.forget();
  }

  catchUp(): Promise<CaughtUp> {
    return catchUp(this.#keeper);
  }

  /** Compares one page of the room with Postgres, and writes again what is missing there. */
  comparePage(place: Place | null): Promise<Asked<Compared>> {
    return askedFor(() => comparePage(this.#keeper, createCensusDatabase(this.env.DATABASE_URL), place));
  }

  getLive(): Promise<Asked<LiveRoom>> {
    return this.#ask(liveOf);
  }

  findScreening(screeningId: string): Promise<Asked<FoundScreening | null>> {
    return this.#ask((room) => findLiveScreening(room, screeningId));
  }

  findRecap(screeningId: string): Promise<Asked<LiveRecap | null>> {
    return this.#ask((room) => findLiveRecap(room, screeningId));
  }

  listParked(page: { afterSeq: number; limit: number }): Promise<Asked<ParkedRow[]>> {
    return this.#ask((room) => listParkedRows(room, page));
  }

  retryParked(seq: number): Promise<Asked<Retried>> {
    return askedFor(() => retryParked(this.#keeper, this.name, seq));
  }

  #ask<T>(look: (room: Room) => T): Promise<Asked<T>> {
    return askedFor(async () => look(await this.#keeper.open(this.name)));
  }

  /** A right was taken away: closes those sockets, and says how many there were. */
  async revoke(filter: RevokeFilter, message?: string): Promise<number> {
    return revokeIn(this.#keeper.room, this.ctx.storage.sql, filter, message);
  }
}
