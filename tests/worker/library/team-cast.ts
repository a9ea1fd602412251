import { beforeAll } from 'vitest';
import { foundTeam, type Team } from '#tests/support/workers/team.ts';
import { signUp, type Person, type Visitor } from '#tests/support/workers/visitor.ts';

/** Ada owns a team, Bob is a member of it, Eve is elsewhere. */
export interface TeamCast {
  readonly ada: Person;
  readonly bob: Person;
  readonly eve: Person;
  readonly team: Team;
}

/** There from `beforeAll` on: call it at the top of the file. */
export function teamCast(): TeamCast {
  const cast = {} as TeamCast;
  beforeAll(async () => {
    const [ada, bob, eve] = [await signUp('Ada'), await signUp('Bob'), await signUp('Eve')];
    Object.assign(cast, { ada, bob, eve, team: await foundTeam(ada, [[bob, 'MEMBER']]) });
  });
  return cast;
}

interface Page {
  items: Record<string, unknown>[];
  next: string | null;
  prev: string | null;
}

/** The pages of a list of three, two at once: from its start to its end, and back; of each item only this field. */
export async function walkThree(who: Visitor, list: string, field: string) {
  const pageAt = async (query: string) => {
    const { items, ...cursors } = await (await who.get(`${list}?limit=2&${query}`)).json<Page>();
    return { items: items.map((item) => item[field]), ...cursors };
  };
  const first = await pageAt('');
  const last = await pageAt(`cursor=${first.next}`);
  return [first, last, await pageAt(`cursor=${last.prev}`)];
}
