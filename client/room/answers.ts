import type { AckResult } from '#protocol/ack.ts';
import type { RoomRefusal } from './room-refusal.ts';

type Waiting = { resolve: (result: AckResult) => void; reject: (refusal: RoomRefusal) => void };

/** The promises of ops under way, by op id. */
export class Answers {
  readonly #waiting = new Map<string, Waiting>();

  wait(opId: string): Promise<AckResult> {
    return new Promise((resolve, reject) => this.#waiting.set(opId, { resolve, reject }));
  }

  resolve(opId: string, result: AckResult): void {
    this.#waiting.get(opId)?.resolve(result);
    this.#waiting.delete(opId);
  }

  reject(opId: string, refusal: RoomRefusal): void {
    this.#waiting.get(opId)?.reject(refusal);
    this.#waiting.delete(opId);
  }

  isAwaited(opId: string): boolean {
    return this.#waiting.has(opId);
  }
}
