import { describe, expect, test } from 'vitest';
import { projectPaths, readProjectFile, sourceFiles, type SourceFile } from './support/source-files.ts';

const files = sourceFiles();
const product = files.filter((file) => !file.path.startsWith('tests/'));
const under =
  (...folders: string[]) =>
  (file: { path: string }) =>
    folders.some((folder) => file.path.startsWith(folder));
const FEATURES = [
  'accounts',
  'library',
  'outline',
  'social',
  'jobs',
  'studio',
  'media',
  'rooms',
  'pages',
  'webhooks',
];
/** What one feature may take from another besides plain rules: the seams the house names. */
const SEAMS = [
  'worker/accounts/viewer.ts',
  'worker/accounts/organization-access.queries.ts',
  'worker/rooms/room-gateway.ts',
  'worker/library/videos.queries.ts',
];
const NODE_SIDE = [
  'worker/local/',
  'worker/encoder/',
  'client/vite.config.ts',
  'client/api/generate.ts',
  'client/room/wire/generate.ts',
  'drizzle/config.ts',
];

/** "file → target" for every import of `from` that `isForbidden`. */
const breaches = (
  from: SourceFile[],
  isForbidden: (target: string, file: SourceFile, typeOnly: boolean) => boolean,
) =>
  from.flatMap((file) =>
    file.imports
      .filter(({ target, isTypeOnly }) => isForbidden(target, file, isTypeOnly))
      .map(({ target }) => `${file.path} → ${target}`),
  );

describe('imports point down', () => {
  test('the protocol imports only itself and zod', () => {
    const protocol = product.filter(under('rooms/protocol/'));
    expect(breaches(protocol, (target) => !target.startsWith('rooms/protocol/') && target !== 'zod')).toEqual(
      [],
    );
  });

  test('tables know no other side', () => {
    const tables = product.filter(under('drizzle/'));
    expect(breaches(tables, (target) => /^(worker|rooms|client|tests)\//.test(target))).toEqual([]);
  });

  test('rooms never import the worker, the client or the tests', () => {
    const rooms = product.filter(under('rooms/'));
    const allowed = ['worker/env.ts'];
    expect(
      breaches(
        rooms,
        (target, _, typeOnly) =>
          /^(worker|client|tests)\//.test(target) && !(typeOnly && allowed.includes(target)),
      ),
    ).toEqual([]);
  });

  test('the client sees only the protocol and itself', () => {
    const client = product.filter(under('client/')).filter((file) => !NODE_SIDE.includes(file.path));
    expect(
      breaches(client, (target) => /^(worker|drizzle|tests|rooms\/(?!protocol\/))/.test(target)),
    ).toEqual([]);
  });

  test('pages carry no schemas: the client’s values come from protocol files without zod', () => {
    const heavy = new Set(
      files.filter((file) => file.imports.some(({ target }) => target === 'zod')).map((file) => file.path),
    );
    const client = product.filter(under('client/')).filter((file) => !NODE_SIDE.includes(file.path));
    expect(
      breaches(client, (target, _, typeOnly) => !typeOnly && (target === 'zod' || heavy.has(target))),
    ).toEqual([]);
  });

  test('the worker never imports the client, the tests or its own local tools', () => {
    const edge = product
      .filter(under('worker/'))
      .filter((file) => !NODE_SIDE.some((folder) => file.path.startsWith(folder)));
    expect(
      breaches(edge, (target) =>
        /^(client\/|tests\/|worker\/local\/|worker\/encoder\/|node:(?!crypto|async_hooks))/.test(target),
      ),
    ).toEqual([]);
  });

  test('features share plain rules, never each other’s routes or queries', () => {
    const feature = (file: string) => FEATURES.find((name) => file.startsWith(`worker/${name}/`));
    expect(
      breaches(product.filter(under('worker/')), (target, file, typeOnly) => {
        const [mine, theirs] = [feature(file.path), feature(target)];
        if (!mine || !theirs || mine === theirs || typeOnly || SEAMS.includes(target)) return false;
        return /\.(routes|queries)\.ts$/.test(target);
      }),
    ).toEqual([]);
  });
});

describe('one place for each thing', () => {
  test('SQL stands in queries, the flush, worker/db and drizzle only', () => {
    const mayTalkSql = (path: string) =>
      path.endsWith('.queries.ts') ||
      /^(worker\/(db|local)\/|drizzle\/|rooms\/flush\/|rooms\/storage\/)/.test(path);
    /** The accounts library writes its own SQL and must be handed the tables. */
    const exceptions = ['worker/accounts/auth.ts'];
    const talks = (file: SourceFile) =>
      file.imports.some(
        ({ target, isTypeOnly }) =>
          !isTypeOnly && /^(drizzle-orm|drizzle\/schema\/|@neondatabase)/.test(target),
      );
    expect(
      product
        .filter((file) => talks(file) && !mayTalkSql(file.path) && !exceptions.includes(file.path))
        .map((file) => file.path),
    ).toEqual([]);
  });

  test('JSON.parse stands at the doors only', () => {
    const doors = [
      /^rooms\/protocol\/codec\.ts$/,
      /^client\/room\/wire\/read\.ts$/,
      /^rooms\/storage\//,
      /^worker\/local\//,
      /^worker\/db\/page\.ts$/,
      /^client\/vite\.config\.ts$/,
      /boundary/,
    ];
    expect(
      product
        .filter((file) => file.text.includes('JSON.parse') && !doors.some((door) => door.test(file.path)))
        .map((file) => file.path),
    ).toEqual([]);
  });

  test('object keys in R2 are made in worker/media/keys.ts only', () => {
    const makesKeys = (file: SourceFile) => /[`'"]videos\/\$\{|[`'"]uploads\/\$\{/.test(file.text);
    expect(
      product
        .filter((file) => makesKeys(file) && file.path !== 'worker/media/keys.ts')
        .map((file) => file.path),
    ).toEqual([]);
  });

  test('the clock is read in shells, never in reducers or rules', () => {
    const pure = product.filter(under('rooms/state/', 'rooms/protocol/'));
    expect(
      pure.filter((file) => /Date\.now|new Date\(\)|Math\.random/.test(file.text)).map((file) => file.path),
    ).toEqual([]);
  });
});

describe('small on purpose', () => {
  test('no source file is longer than 180 lines', () => {
    const tooLong = product.filter((file) => file.lineCount > 180 && !file.path.includes('migrations'));
    expect(tooLong.map((file) => `${file.path}: ${file.lineCount}`)).toEqual([]);
  });

  test('the middle file has at most 70 lines', () => {
    const sizes = product.map((file) => file.lineCount).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(70);
  });

  test('no file is named for being shared', () => {
    const banned = /(^|\/)(utils?|helpers?|common|misc|shared|types|index)(\.tsx?$|\/)/;
    const allowed = ['worker/index.ts'];
    expect(
      files.map((file) => file.path).filter((path) => banned.test(path) && !allowed.includes(path)),
    ).toEqual([]);
  });

  test('every folder of source has a README of at most 60 lines', () => {
    const folders = new Set(
      product.map((file) =>
        file.path
          .split('/')
          .slice(0, 2)
          .filter((part) => !part.includes('.'))
          .join('/'),
      ),
    );
    const tracked = new Set(projectPaths());
    for (const top of ['worker', 'rooms', 'client', 'drizzle', 'tests']) folders.add(top);
    expect([...folders].filter((folder) => !tracked.has(`${folder}/README.md`))).toEqual([]);
    const long = [...tracked].filter(
      (path) => /.+\/README\.md$/.test(path) && readProjectFile(path).trimEnd().split('\n').length > 60,
    );
    expect(long).toEqual([]);
  });

  test('the top level holds what the house names and nothing else', () => {
    const top = new Set(projectPaths().map((path) => path.split('/')[0] ?? ''));
    const named = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wrangler.toml',
      'README.md',
      'LICENSE',
      'worker',
      'rooms',
      'client',
      'drizzle',
      'tests',
    ];
    expect([...top].filter((entry) => !entry.startsWith('.') && !named.includes(entry))).toEqual([]);
  });
});

describe('how code reads', () => {
  test('no any, no ignored errors, no skipped tests, no enums', () => {
    const banned =
      /\bas any\b|:\s*any\b|@ts-ignore|@ts-nocheck|\b(?:it|test|describe)\.only\(|^export (?:const )?enum /m;
    const self = 'tests/architecture.test.ts';
    expect(
      files.filter((file) => file.path !== self && banned.test(file.text)).map((file) => file.path),
    ).toEqual([]);
  });

  test('default exports stand only where a tool asks for one', () => {
    const asked = /(^worker\/index\.ts|config\.ts|global-setup\.ts)$|^tests\/(bench|support)\//;
    expect(
      files
        .filter((file) => /^export default/m.test(file.text) && !asked.test(file.path))
        .map((file) => file.path),
    ).toEqual([]);
  });

  test('dependencies are pinned exactly', () => {
    const manifest = JSON.parse(readProjectFile('package.json')) as Record<string, Record<string, string>>;
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });
});
