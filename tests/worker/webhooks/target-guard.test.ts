import { describe, expect, test } from 'vitest';
import { resolverOver } from '#worker/webhooks/resolve-host.ts';
import { isPublicAddress, refusalOfAddresses, refusalOfUrl } from '#worker/webhooks/target-guard.ts';

const outside = { allowsLoopback: false, ownHost: 'lockstep.example.com' };
const atHome = { allowsLoopback: true };
const mayBeTried = (url: string, reach: { allowsLoopback: boolean } = outside): boolean =>
  refusalOfUrl(url, reach) === undefined;

describe('a URL', () => {
  test.each([
    'https://hooks.example.com/a?b=c',
    'https://hooks.example.com:443/',
    'https://hooks.example.com:8443/',
    'https://xn--bcher-kva.example.com/',
    'https://10.example.com/',
  ])('%s may be tried', (url) => expect(mayBeTried(url)).toBe(true));

  test.each([
    'http://hooks.example.com/',
    'ftp://hooks.example.com/',
    'file:///etc/passwd',
    'https://user@hooks.example.com/',
    'https://user:word@hooks.example.com/',
    'https://hooks.example.com:22/',
    'https://hooks.example.com:80/',
    'https://hooks.example.com:5432/',
    'https://localhost/',
    'https://localhost./',
    'https://LOCALHOST/',
    'https://api.localhost/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://metadata.google.internal./',
    'https://intranet/',
    'https://router.home.arpa/',
    'https://lockstep.example.com/',
    'https://LOCKSTEP.example.com./',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://0x7f.0.0.1/',
    'https://0/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/',
    'https://8.8.8.8/',
    'https://%31%32%37.0.0.1/',
    'https://①②⑦.0.0.1/',
    'https://127。0。0。1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[2606:4700::1111]/',
    'no url',
    '',
  ])('%s is refused', (url) => expect(mayBeTried(url)).toBe(false));

  test.each(['http://127.0.0.1:3000/', 'http://localhost:9/', 'https://[::1]:1/', 'http://2130706433:9/'])(
    '%s may be tried at home',
    (url) => expect([mayBeTried(url, atHome), mayBeTried(url)]).toEqual([true, false]),
  );
  test.each([
    'http://10.0.0.1/',
    'http://127.0.0.2/',
    'http://hooks.example.com/',
    'ftp://127.0.0.1/',
    'http://a@127.0.0.1/',
  ])('%s is refused at home, too', (url) => expect(mayBeTried(url, atHome)).toBe(false));
});

describe('an address', () => {
  test.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '010.0.0.1',
    'hooks.example.com',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  test('of a name all must be public, and there must be one', () => {
    expect(refusalOfAddresses(['8.8.8.8', '2606:4700::1111'])).toBeUndefined();
    expect(refusalOfAddresses(['8.8.8.8', '10.0.0.1'])).toContain('private');
    expect(refusalOfAddresses(['8.8.8.8', '::1'])).toContain('private');
    expect(refusalOfAddresses([])).toContain('nowhere');
  });
});

describe('looking a name up', () => {
  const resolver = (answers: Record<string, unknown>, status = 200) =>
    resolverOver(((url: string) => {
      const type = new URL(url).searchParams.get('type') ?? '';
      return Promise.resolve(Response.json(answers[type], { status }));
    }) as typeof fetch);
  const alias = { type: 5, data: 'elsewhere.example.com.' };

  test('asks for both families, and leaves aliases out', async () => {
    const A = { Status: 0, Answer: [alias, { type: 1, data: '8.8.8.8' }] };
    const AAAA = { Status: 0, Answer: [alias, { type: 28, data: '::1' }] };
    expect(await resolver({ A, AAAA })('hooks.example.com')).toEqual(['8.8.8.8', '::1']);
  });
  test('finds none for a name that is not there', async () => {
    expect(await resolver({ A: { Status: 3 }, AAAA: { Status: 3 } })('gone.example.com')).toEqual([]);
  });
  test.each([
    ['one family cannot be told', { A: { Status: 0 }, AAAA: { Status: 2 } }, 200],
    ['the answer is none', { A: { hello: 1 }, AAAA: { Status: 0 } }, 200],
    ['the name server is away', { A: {}, AAAA: {} }, 502],
    ['it sends us elsewhere', { A: {}, AAAA: {} }, 302],
  ])('fails where %s', async (_, answers, status) => {
    await expect(resolver(answers, status)('hooks.example.com')).rejects.toThrow();
  });
});
