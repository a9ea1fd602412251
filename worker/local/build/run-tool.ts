import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectRoot } from '../project-root.ts';
import { StartError } from '../start-error.ts';

/** What keeps Cloudflare's tools from calling home or writing into the home folder. */
export const offlineEnvironment = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_LOG_PATH: join(tmpdir(), `lockstep-wrangler-logs-${process.getuid?.() ?? ''}`),
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
};

/** Runs a script with this same Node, apart from this process; gives its output, or fails with what it said. */
export function runTool(what: string, script: string, args: string[]): Promise<string> {
  const options = { cwd: projectRoot, env: { ...process.env, ...offlineEnvironment }, maxBuffer: 64 << 20 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      if (error) reject(new StartError(`${what} failed:\n${stripVTControlCharacters(stdout + stderr)}`));
      else resolve(stdout);
    });
  });
}

export const toolPath = (path: string): string => join(projectRoot, 'node_modules', path);
