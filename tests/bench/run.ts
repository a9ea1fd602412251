/** `npm run bench [name…]`: runs every bench in a process of its own, one after the other, then the whole table. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { machineLine, table, type Figure } from './figure.ts';

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const benches = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)));
const scratch = mkdtempSync(path.join(os.tmpdir(), 'lockstep-bench-'));
const collector = path.join(scratch, 'figures.jsonl');
writeFileSync(collector, '');

const run = (file: string): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(folder, file)], {
      stdio: 'inherit',
      env: { ...process.env, LOCKSTEP_BENCH_FIGURES: collector },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });

const broken: string[] = [];
for (const file of benches) {
  console.log(`\n— ${file} —`);
  if ((await run(file)) !== 0) broken.push(file);
}
const figures = readFileSync(collector, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Figure);
rmSync(scratch, { recursive: true });

console.log(`\n# All figures\n${machineLine()}\n\n${table(figures)}`);
for (const file of broken) console.log(`${file} did not finish.`);
process.exitCode = broken.length > 0 || figures.some((figure) => !figure.isMet) ? 1 : 0;
