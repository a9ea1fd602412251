import * as fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { furnish, type Owner } from '#tests/support/workers/furnish/all.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { keyOf } from '#tests/support/workers/api/actors.ts';
import { getDescription, named, type Description } from '#tests/support/workers/api/operations.ts';
import { requestsOf } from '#tests/support/workers/api/requests.ts';

/** Somebody new, and things anew, so often: what requests have deleted is there again. */
const REQUESTS_A_ROUND = 1_000;

/** Where a part of the address is empty it is another's, or nobody's. */
const ALWAYS = ['401', '403', '404', '405', '429'];

/** Ends the session the others come by. */
const NOT_ASKED = new Set(['POST /api/auth/sign-out', 'GET /readyz']);

test(
  'random and mutated requests are answered as announced, none with 500 or above',
  { timeout: 3_600_000 },
  async () => {
    const wanted = inject('fuzzRequests');
    const described = await getDescription();
    const description: Description = {
      ...described,
      operations: described.operations.filter((operation) => !NOT_ASKED.has(named(operation))),
    };
    const statuses = new Map<number, number>();
    const reached = new Set<string>();
    const done = new Set<string>();
    let asked = 0;
    for (let round = 0; round * REQUESTS_A_ROUND < wanted; round += 1) {
      const owner: Owner = await signUp('Owner');
      const things = await furnish(owner, round % 2 === 0 ? 'public' : 'private');
      const people = [
        owner,
        owner,
        owner,
        await keyOf(owner),
        await signUp('Stranger'),
        await comeInAs('Guest'),
        new Visitor(),
      ];
      const cookies = people.map(({ cookies }) => [...cookies]);
      await fc.assert(
        fc.asyncProperty(
          requestsOf(description, things),
          fc.nat(people.length - 1),
          async ({ operation, address, asked: what }, who) => {
            const visitor = people[who];
            if (!visitor) return;
            // Signing in and coming in as a guest change who they are.
            visitor.cookies.clear();
            for (const [name, value] of cookies[who] ?? []) visitor.cookies.set(name, value);
            const answer = await visitor.ask(operation.method, address, what);
            const text = await answer.text();
            asked += 1;
            statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
            reached.add(named(operation));
            if (answer.ok) done.add(named(operation));
            const said = `${operation.method} ${address} → ${answer.status} ${text.slice(0, 300)}`;
            expect(answer.status, said).toBeLessThan(500);
            expect([...Object.keys(operation.responses), ...ALWAYS], said).toContain(String(answer.status));
            if (answer.status >= 400)
              expect(answer.headers.get('content-type'), said).toBe('application/problem+json');
          },
        ),
        { numRuns: Math.min(REQUESTS_A_ROUND, wanted - round * REQUESTS_A_ROUND), endOnFailure: true },
      );
    }
    // Read by tests/bench/api.bench.ts.
    console.log(
      `FUZZ ${JSON.stringify({ asked, operations: reached.size, succeededOn: done.size, statuses: Object.fromEntries(statuses) })}`,
    );
    // Chosen by chance: twenty requests for each leave none out, fewer may miss one or two.
    const isMany = asked >= 20 * description.operations.length;
    expect(reached.size).toBeGreaterThanOrEqual(description.operations.length * (isMany ? 1 : 0.95));
  },
);
