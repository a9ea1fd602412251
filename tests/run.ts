// `npm test`: every project, or what its arguments choose (as for vitest), and one plain line of counts at the end.
import { join } from 'node:path';
import { parseCLI, startVitest } from 'vitest/node';
import type { Vitest } from 'vitest/node';

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const config = join(import.meta.dirname, 'vitest.config.ts');
const vitest = await startVitest('test', filter, { ...options, config, watch: false });
await vitest.close();
const counts = countOf(vitest);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed > 0 ? 1 : 0);

function countOf({ state }: Vitest): { passed: number; failed: number; skipped: number } {
  const modules = state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (wanted: string): number => tests.filter((test) => test.result().state === wanted).length;
  // A file that cannot be loaded has no tests to fail, and an error may be thrown outside of any: both count.
  const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
  const failed = inState('failed') + brokenFiles + state.getUnhandledErrors().length;
  // Where a setup fails nothing is run at all, and only the exit code tells.
  const atLeast = process.exitCode ? 1 : 0;
  return {
    passed: inState('passed'),
    failed: Math.max(failed, atLeast),
    skipped: inState('skipped') + inState('pending'),
  };
}
