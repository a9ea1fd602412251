import { sql } from 'drizzle-orm';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { AppError } from '#worker/http/app-error.ts';
import type { z } from 'zod';
import type { MeEdit, OwnAccount } from './me.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

const RULES = {
  users_username_key: { pointer: '/username', detail: 'Somebody is called that already.', code: 'CONFLICT' },
  organization_members_last_owner: {
    pointer: '',
    detail: 'You are the last owner of a team: make somebody else an owner, or dissolve it first.',
    code: 'CONFLICT',
  },
} as const;

interface AccountRow extends Record<string, unknown> {
  email: string | null;
  username: string | null;
  name: string;
  given_name: string | null;
  family_name: string | null;
  bio: string | null;
  avatar_url: string | null;
  has_password: boolean;
  updated_at: string;
}

const selectOwn = (db: Database) => db.execute<AccountRow>(sql`select * from app.own_account()`);

/** Undefined for an account that is gone. */
export async function findOwnAccount(db: Database, viewer: SignedInViewer): Promise<OwnAccount | undefined> {
  const [{ rows }] = await runAs(db, actorOf(viewer), (db) => [selectOwn(db)] as const);
  return rows[0] && toAccount(rows[0]);
}

/** Applies an edit; with `ifUpdatedAt` only to the account as it was then. Throws STALE, CONFLICT, INVALID. */
export async function editOwnAccount(
  db: Database,
  viewer: SignedInViewer,
  { edit, ifUpdatedAt }: { edit: z.infer<typeof MeEdit>; ifUpdatedAt: Date | undefined },
): Promise<OwnAccount> {
  const moment = ifUpdatedAt?.toISOString() ?? null;
  const [changed, { rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db.execute<{ changed: boolean }>(
          sql`select app.edit_account(${JSON.stringify(edit)}::jsonb, ${moment}::timestamptz) as changed`,
        ),
        selectOwn(db),
      ] as const,
  ).catch(refuse);
  const row = rows[0];
  if (!row) throw new AppError('NOT_FOUND', 'This account is gone.');
  if (!changed.rows[0]?.changed)
    throw new AppError('STALE', 'Your profile was changed elsewhere in the meantime. Load it again.');
  return toAccount(row);
}

/** Ends the account for good; when it did. Throws CONFLICT for the last owner of a team. */
export async function deleteOwnAccount(db: Database, viewer: SignedInViewer): Promise<Date> {
  const end = sql`select app.delete_account(), now() as at`;
  const [{ rows }] = await runAs(
    db,
    actorOf(viewer),
    (db) => [db.execute<{ at: string }>(end)] as const,
  ).catch(refuse);
  return new Date(rows[0]?.at ?? 0);
}

/** @NOTE Raw SQL gives times as text. */
const toAccount = ({
  given_name,
  family_name,
  avatar_url,
  has_password,
  updated_at,
  ...row
}: AccountRow) => ({
  email: row.email,
  username: row.username,
  name: row.name,
  bio: row.bio,
  givenName: given_name,
  familyName: family_name,
  avatarUrl: avatar_url,
  hasPassword: has_password,
  updatedAt: new Date(updated_at),
});

function refuse(error: unknown): never {
  throw toAppError(error, RULES);
}
