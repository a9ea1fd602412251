import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { apiKeys } from '#tables/rights.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import type { Scope } from '#worker/http/scope.ts';
import { actorOf, type SignedInViewer } from './viewer.ts';

const face = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: apiKeys.scopes,
  createdAt: apiKeys.createdAt,
  updatedAt: apiKeys.updatedAt,
  expiresAt: apiKeys.expiresAt,
  lastUsedAt: apiKeys.lastUsedAt,
};

export interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

const ownAndAlive = (viewer: SignedInViewer) =>
  and(eq(apiKeys.userId, viewer.userId), isNull(apiKeys.revokedAt));

/** All keys of the viewer that are not revoked, the newest first. */
export async function listKeys(db: Database, viewer: SignedInViewer): Promise<KeyRow[]> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select(face)
          .from(apiKeys)
          .where(ownAndAlive(viewer))
          .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)),
      ] as const,
  );
  return rows;
}

export async function findKey(db: Database, viewer: SignedInViewer, id: string): Promise<KeyRow | undefined> {
  const [[row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .select(face)
          .from(apiKeys)
          .where(and(ownAndAlive(viewer), eq(apiKeys.id, id))),
      ] as const,
  );
  return row;
}

interface NewKeyRow {
  id: string;
  name: string;
  prefix: string;
  keyHash: string;
  scopes: Scope[];
  expiresAt: Date | null;
}

/** The new key; undefined where its id is taken. */
export async function addKey(
  db: Database,
  viewer: SignedInViewer,
  made: NewKeyRow,
): Promise<KeyRow | undefined> {
  const [[row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .insert(apiKeys)
          .values({ ...made, userId: viewer.userId })
          .onConflictDoNothing({ target: apiKeys.id })
          .returning(face),
      ] as const,
  );
  return row;
}

/** Undefined where the key was changed or revoked since `updatedAt`. */
export async function renameKey(
  db: Database,
  viewer: SignedInViewer,
  { id, name, updatedAt }: { id: string; name: string; updatedAt: Date },
): Promise<KeyRow | undefined> {
  const [[row]] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(apiKeys)
          .set({ name })
          .where(and(ownAndAlive(viewer), eq(apiKeys.id, id), eq(apiKeys.updatedAt, updatedAt)))
          .returning(face),
      ] as const,
  );
  return row;
}

/** Ends a key for good; false where there is no such key of the viewer's. Revoking twice is once. */
export async function revokeKey(db: Database, viewer: SignedInViewer, id: string): Promise<boolean> {
  const [rows] = await runAs(
    db,
    actorOf(viewer),
    (db) =>
      [
        db
          .update(apiKeys)
          .set({ revokedAt: sql`coalesce(${apiKeys.revokedAt}, now())` })
          .where(and(eq(apiKeys.userId, viewer.userId), eq(apiKeys.id, id)))
          .returning({ id: apiKeys.id }),
      ] as const,
  );
  return rows.length > 0;
}
