import { createMemoryOutboxStore } from '#client/room/outbox-store.ts';
import type { Chance } from './chance.ts';
import { someTraits, type ElementTraits } from './element-traits.ts';
import { Link } from './link.ts';
import { Page } from './page.ts';
import type { World } from './world.ts';

/** Somebody with a machine and a way to the room, who comes and goes; their unsent words stay on the machine. */
export class Viewer {
  readonly userId: string;
  readonly chance: Chance;
  page: Page | null = null;
  readonly #world: World;
  readonly #link: Link;
  readonly #traits: ElementTraits;
  readonly #outboxStore = createMemoryOutboxStore();
  readonly #name: string;

  constructor(world: World, name: string) {
    this.#world = world;
    this.#name = name;
    this.userId = world.newId();
    this.chance = world.chance.split();
    this.#link = new Link(this.chance);
    this.#traits = someTraits(this.chance, world);
  }

  come(screeningId: string | null): Page {
    this.page ??= new Page({
      world: this.#world,
      link: this.#link,
      traits: this.#traits,
      userId: this.userId,
      name: this.#name,
      outboxStore: this.#outboxStore,
      screeningId,
    });
    return this.page;
  }

  go(isOrderly: boolean): void {
    this.page?.close(isOrderly);
    this.page = null;
  }
}
