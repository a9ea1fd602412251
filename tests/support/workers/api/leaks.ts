import type { Visitor } from '#tests/support/workers/visitor.ts';
import { fill, rightQuery, type Description } from './operations.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What can be read of somebody's belongings, by the operations that read them. */
export type Snapshot = Record<string, unknown>;

/** All that the owner reads of the things `ids` stand for. */
export async function readAll(
  owner: Visitor,
  { operations, schemas }: Description,
  ids: Record<string, string>,
): Promise<Snapshot> {
  const read: Snapshot = {};
  for (const operation of operations) {
    if (operation.method !== 'GET' || operation.params.length === 0) continue;
    // What is on its way is tried by the product itself meanwhile.
    if (operation.path.includes('/deliveries')) continue;
    const address = fill(operation.path, ids) + rightQuery(operation, schemas);
    const answer = await owner.get(address);
    read[operation.path] = { status: answer.status, body: steady(await answer.text()) };
  }
  return read;
}

/** Without what changes by itself: moments of asking, signed addresses. */
const steady = (text: string): string =>
  text
    .replace(
      /"(now|serverMs|expiresAt|lastSeenAt|lastUsedAt|lastAccessedAt|awakeSinceMs)":("[^"]*"|\d+)/g,
      '"$1":0',
    )
    .replace(/"instance":"[^"]*"/g, '"instance":""')
    .replace(/\/media\/[^/"]+\//g, '/media/…/');

/** Ids of the owner's things that nobody else has a way to know. */
export function secretsIn(snapshot: Snapshot, known: Iterable<string>): Set<string> {
  const secrets = new Set(JSON.stringify(snapshot).match(UUID) ?? []);
  for (const id of known) secrets.delete(id);
  return secrets;
}

/** Which secrets an answer gives away that its asker had not said themselves. */
export function leaksIn(answer: string, secrets: ReadonlySet<string>, said: string): string[] {
  return [...new Set(answer.match(UUID) ?? [])].filter((id) => secrets.has(id) && !said.includes(id));
}
