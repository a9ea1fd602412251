import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder that any user may enter (PostgreSQL drops root's rights), and how to be rid of it. */
export function makeTempFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-'));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }) };
}
