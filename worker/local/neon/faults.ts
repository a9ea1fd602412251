import { EventEmitter } from 'node:events';

/** The database's troubles, on demand: an outage, and commits whose answer never arrives. */
export class Faults extends EventEmitter<{ paused: [] }> {
  #isPaused = false;
  #lostCommits = 0;

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /** From now on every connection is cut, like an outage. */
  pause(): void {
    this.#isPaused = true;
    this.emit('paused');
  }

  resume(): void {
    this.#isPaused = false;
  }

  /** The next `count` transactions commit, but their caller sees the connection drop. */
  commitThenTimeOut(count = 1): void {
    this.#lostCommits += count;
  }

  takeLostCommit(): boolean {
    if (this.#lostCommits === 0) return false;
    this.#lostCommits -= 1;
    return true;
  }
}
