/** What a room is live by: fetched beside the page's own script, which is drawn without waiting for it. */
export { createClock } from './clock.ts';
export { Connection } from './connection.ts';
export { createIndexedOutboxStore } from './indexed-outbox.ts';
export { createJoin } from './join.ts';
