import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../worker/local/project-root.ts';

export type Chromium = { executablePath: string; env: Record<string, string> };

/**
 * A Chromium that plays H.264: the one that comes with npm's packages, unpacked once, or the one named by
 * LOCKSTEP_CHROMIUM (a path), for machines the packaged one was not built for.
 */
export function findChromium(): Chromium {
  const chosen = process.env['LOCKSTEP_CHROMIUM'];
  if (chosen) return { executablePath: chosen, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Set LOCKSTEP_CHROMIUM to the path of a Chrome or Chromium: none is packaged for this platform.',
    );
  const folder = unpack();
  const executablePath = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const runs = spawnSync(executablePath, ['--version']).status === 0;
  return { executablePath, env: runs ? env : { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } };
}

/** Unpacks aside and moves into place, so that test files starting at once never see half a browser. */
function unpack(): string {
  const manifest = readFileSync(join(projectRoot, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(projectRoot, `node_modules/.cache/lockstep/chromium-${version}`);
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    const env = { ...process.env, TMPDIR: aside };
    execFileSync(process.execPath, [join(import.meta.dirname, 'inflate-chromium.ts')], {
      env,
      cwd: projectRoot,
    });
    writeFileSync(join(aside, 'fonts.conf'), fontsConfig(folder));
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return folder;
}

/** Pages look alike wherever they are looked at: left to itself, it draws what the system's own font would by chance. */
const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  ${['system-ui', 'sans-serif'].map(preferOpenSans).join('\n  ')}
</fontconfig>
`;

const preferOpenSans = (family: string): string =>
  `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
