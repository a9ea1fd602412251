import { expect, test } from 'vitest';
import { readSettings } from '../../worker/local/settings.ts';

test('everything has a default', () => {
  expect(readSettings({})).toEqual({ port: 8787, host: '127.0.0.1', dataDir: '.data' });
});

test('the environment decides', () => {
  const env = { PORT: '9000', HOST: '0.0.0.0', LOCKSTEP_DATA: '/srv/lockstep' };
  expect(readSettings(env)).toEqual({ port: 9000, host: '0.0.0.0', dataDir: '/srv/lockstep' });
});

test.each(['0', '65536', '80a', '-1', '1.5', ' '])('PORT=%j is refused in words', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow(`PORT must be a number from 1 to 65535, not "${PORT}".`);
});
