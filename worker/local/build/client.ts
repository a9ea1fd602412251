import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { hashContents } from './content-hash.ts';
import { runTool, toolPath } from './run-tool.ts';

const OUTPUT = 'client/dist';
const INPUTS = ['client', 'rooms/protocol', 'package-lock.json', 'tsconfig.json'];

/** Builds the pages into client/dist unless what lies there was built from exactly these sources. */
export async function buildClient(onBuild: () => void): Promise<void> {
  const output = join(projectRoot, OUTPUT);
  const config = join(projectRoot, 'client/vite.config.ts');
  const stampFile = join(projectRoot, 'client/.build/stamp');
  const inputs = hashInputs();
  const stampNow = (): string => `${inputs} ${hashContents(output, ['.'])}`;
  if (!existsSync(config)) return void mkdirSync(output, { recursive: true });
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampNow()) return;
  onBuild();
  // Built aside and moved into place whole, so that a product already running never serves half a build.
  const aside = join(projectRoot, `client/.build/${process.pid}`);
  const flags = ['--config', config, '--outDir', aside, '--logLevel', 'warn'];
  await runTool('The build of the pages', toolPath('vite/bin/vite.js'), ['build', ...flags]);
  rmSync(output, { recursive: true, force: true });
  renameSync(aside, output);
  writeFileSync(stampFile, stampNow());
}

const hashInputs = (): string =>
  hashContents(projectRoot, INPUTS, (path) => path.startsWith(OUTPUT) || path.startsWith('client/.build'));
