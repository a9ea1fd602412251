import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** What takes long, mostly waiting: begun last, it would keep one core waiting for its end. The slowest first. */
const SLOW = [
  'tests/chaos/chaos.stack.test.ts',
  'tests/worker/media/real-files.stack.test.ts',
  'tests/local/start.stack.test.ts',
  'tests/api/authorization.workers.test.ts',
  'tests/worker/media/upload.workers.test.ts',
  'tests/api/fuzz.workers.test.ts',
  'tests/api/roles.workers.test.ts',
  'tests/drizzle/list-plans.pg.test.ts',
  'tests/drizzle/tenant-walls.pg.test.ts',
  'tests/worker/accounts/sign-up.pg.test.ts',
  'tests/simulator/simulator.test.ts',
];

/**
 * The order of files. Those of one project stay together, since a process that files share ends with the project's turn;
 * of two projects in one group the one with the slowest file begins.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = SLOW.findIndex((file) => moduleId.endsWith(file));
      return rank < 0 ? SLOW.length : rank;
    };
    const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const sorted = await super.sort(files);
    const projects = new Map<string, number>();
    for (const file of sorted) {
      const { name } = file.project;
      projects.set(name, Math.min(projects.get(name) ?? SLOW.length, rankOf(file)));
    }
    const turnOf = ({ project }: TestSpecification): number => projects.get(project.name) ?? SLOW.length;
    return sorted.toSorted(
      (a, b) => groupOf(a) - groupOf(b) || turnOf(a) - turnOf(b) || rankOf(a) - rankOf(b),
    );
  }
}
