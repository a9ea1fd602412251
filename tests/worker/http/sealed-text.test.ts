import { expect, test } from 'vitest';
import { openSealedText, sealText } from '#worker/http/sealed-text.ts';

const TEXT = 'lk_live_secret and ünïcode';

test('what is sealed is opened by the same secret in the same context, and by nothing else', async () => {
  const sealed = await sealText('secret', 'ada', TEXT);
  expect(await openSealedText('secret', 'ada', sealed)).toBe(TEXT);
  expect(await openSealedText('other', 'ada', sealed)).toBeUndefined();
  expect(await openSealedText('secret', 'eve', sealed)).toBeUndefined();
});

test('no two seals of a text are alike, and none shows anything of it', async () => {
  const [one, other] = [await sealText('secret', 'ada', TEXT), await sealText('secret', 'ada', TEXT)];
  expect(one).not.toBe(other);
  expect(atob(one)).not.toContain('lk_live');
});

test.each(['', 'AAAA', 'no base64!', 'A'.repeat(40)])('%j was sealed by nobody', async (sealed) => {
  expect(await openSealedText('secret', 'ada', sealed)).toBeUndefined();
});
