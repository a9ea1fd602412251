import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where ffmpeg stands is a matter of the machine: what needs it says so and is left out without. */
export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

export async function ffmpeg(...options: string[]): Promise<string> {
  const { stdout } = await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...options], {
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

/** MD5 of each elementary stream as ffmpeg demuxes it, edit lists aside; from a file or a playlist's address. */
export async function streamMd5s(input: string): Promise<string[]> {
  const options = input.startsWith('http') ? [] : ['-ignore_editlist', '1'];
  const output = await ffmpeg(
    ...options,
    '-i',
    input,
    '-map',
    '0:v?',
    '-map',
    '0:a?',
    '-c',
    'copy',
    '-f',
    'streamhash',
    '-hash',
    'md5',
    '-',
  );
  return output
    .trim()
    .split('\n')
    .map((line) => line.replace(/^\d+,/, ''))
    .sort();
}
