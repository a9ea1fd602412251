import { sql, type SQL } from 'drizzle-orm';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { AppError } from '#worker/http/app-error.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase, type Database } from '#worker/db/client.ts';
import { sqlStateOf, toAppError } from '#worker/db/sql-error.ts';

let db: Database;
beforeAll(() => {
  db = createDatabase(inject('databaseUrl'));
});

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new Error('nothing was refused');
    },
    (error: unknown) => error,
  );
const inBatch = (query: SQL) =>
  errorOf(runAs(db, { role: 'anonymous', userId: null }, (db) => [db.execute(query)] as const));
/** Fails as the database would for a row that breaks this rule. */
const refusal = (state: string, constraint = '', column = '') =>
  inBatch(
    sql.raw(`do $$ begin
    raise exception using errcode = '${state}', message = 'no', constraint = '${constraint}', column = '${column}';
  end $$`),
  );

test('finds the SQLSTATE of a batch and of a single query', async () => {
  expect(sqlStateOf(await inBatch(sql`select 1 / 0`))).toBe('22012');
  expect(sqlStateOf(await errorOf(db.execute(sql`select 1 / 0`)))).toBe('22012');
  expect(sqlStateOf(new Error('no'))).toBeUndefined();
});

describe('what the caller is told', () => {
  test.each([
    ['23505', 'CONFLICT', 409],
    ['23P01', 'CONFLICT', 409],
    ['23514', 'INVALID', 400],
    ['23503', 'INVALID', 400],
    ['23502', 'INVALID', 400],
    ['22001', 'INVALID', 400],
    ['22003', 'INVALID', 400],
    ['42501', 'FORBIDDEN', 403],
    ['40001', 'UNAVAILABLE', 503],
    ['40P01', 'UNAVAILABLE', 503],
    ['57P01', 'UNAVAILABLE', 503],
    ['53300', 'UNAVAILABLE', 503],
    ['08006', 'UNAVAILABLE', 503],
  ])('%s is %s', async (state, code, status) => {
    const error = await refusal(state);
    expect(toAppError(error)).toMatchObject({ code, status, cause: error });
  });

  test('a known constraint is answered as its field, in its words, with its code', async () => {
    const constraints = {
      users_username_key: { pointer: '/username', detail: 'Somebody has that name.' },
      chapters_overlap: { pointer: '/startSeconds', detail: 'Overlaps.', code: 'INVALID' },
    } as const;
    const taken = toAppError(await refusal('23505', 'users_username_key'), constraints);
    expect(taken).toMatchObject({
      code: 'CONFLICT',
      message: 'Somebody has that name.',
      errors: [{ pointer: '/username', detail: 'Somebody has that name.' }],
    });
    const overlaps = toAppError(await refusal('23P01', 'chapters_overlap'), constraints);
    expect(overlaps).toMatchObject({
      code: 'INVALID',
      errors: [{ pointer: '/startSeconds', detail: 'Overlaps.' }],
    });
  });

  test('a missing value names its column as a field', async () => {
    expect(toAppError(await refusal('23502', '', 'source_channel_name'))).toMatchObject({
      errors: [{ pointer: '/sourceChannelName' }],
    });
  });

  test('a character that PostgreSQL cannot hold is INVALID', async () => {
    expect(toAppError(await inBatch(sql`select ${'a\u0000b'}::text`))).toMatchObject({ code: 'INVALID' });
  });

  test('our own bugs, and what is no database error, stay as they are', async () => {
    const bug = await inBatch(sql`select nothing from nowhere`);
    expect(toAppError(bug)).toBe(bug);
    const other = new AppError('NOT_FOUND', 'no');
    expect(toAppError(other)).toBe(other);
  });

  test('a database that cannot be reached is UNAVAILABLE', async () => {
    const nowhere = createDatabase('postgres://nobody:none@127.0.0.1:1/none');
    const error = await errorOf(nowhere.execute(sql`select 1`));
    expect(toAppError(error)).toMatchObject({ code: 'UNAVAILABLE' });
  });
});
