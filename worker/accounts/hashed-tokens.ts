import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';
import { sha256Hex } from './secret-token.ts';

/**
 * Lets better-auth work with session tokens while the database only ever holds their SHA-256: who reads the
 * table cannot sign in with it. Rows found by token are handed back with the token they were found by.
 */
export function hashSessionTokens(adapter: DBAdapter): DBAdapter {
  return {
    ...hashWithin(adapter),
    transaction: (work) => adapter.transaction((inner) => work(hashWithin(inner))),
  };
}

function hashWithin<Adapter extends DBTransactionAdapter>(adapter: Adapter): Adapter {
  return {
    ...adapter,
    create: async (query: Parameters<Adapter['create']>[0]) => {
      const token = tokenIn(query.model, query.data);
      if (token === undefined) return adapter.create(query);
      const stored = await adapter.create({
        ...query,
        data: { ...query.data, token: await sha256Hex(token) },
      });
      return { ...stored, token };
    },
    findOne: async (query: Parameters<Adapter['findOne']>[0]) => {
      const [where, token] = await hashWhere(query.model, query.where);
      return withToken(await adapter.findOne<object>({ ...query, where }), token);
    },
    findMany: async (query: Parameters<Adapter['findMany']>[0]) => {
      const [where, token] = await hashWhere(query.model, query.where ?? []);
      const rows = await adapter.findMany<object>({ ...query, where });
      return rows.map((row) => withToken(row, token));
    },
    update: async (query: Parameters<Adapter['update']>[0]) => {
      const [where, token] = await hashWhere(query.model, query.where);
      return withToken(await adapter.update<object>({ ...query, where }), token);
    },
    updateMany: async (query: Parameters<Adapter['updateMany']>[0]) => {
      const [where] = await hashWhere(query.model, query.where);
      return adapter.updateMany({ ...query, where });
    },
    delete: async (query: Parameters<Adapter['delete']>[0]) => {
      const [where] = await hashWhere(query.model, query.where);
      return adapter.delete({ ...query, where });
    },
    deleteMany: async (query: Parameters<Adapter['deleteMany']>[0]) => {
      const [where] = await hashWhere(query.model, query.where);
      return adapter.deleteMany({ ...query, where });
    },
  };
}

const tokenIn = (model: string, data: object): string | undefined =>
  model === 'session' && 'token' in data && typeof data.token === 'string' ? data.token : undefined;

const withToken = <Row extends object | null>(row: Row, token: string | undefined): Row =>
  row && token !== undefined ? { ...row, token } : row;

/** The condition on hashes, and the one token it named, if it named exactly one. */
async function hashWhere(model: string, where: Where[]): Promise<[Where[], string | undefined]> {
  if (model !== 'session') return [where, undefined];
  let only: string | undefined;
  const hashed = await Promise.all(
    where.map(async (part) => {
      if (part.field !== 'token') return part;
      if (Array.isArray(part.value))
        return { ...part, value: await Promise.all(part.value.map((token) => sha256Hex(String(token)))) };
      only = String(part.value);
      return { ...part, value: await sha256Hex(only) };
    }),
  );
  return [hashed, only];
}
