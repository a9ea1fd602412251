import type { DBAdapter, DBTransactionAdapter } from 'better-auth';

/**
 * Guests have no e-mail address. better-auth takes a user without one for damaged and would not believe its
 * own session cookie, so it is shown an empty text where the table has null. Nothing writes it back.
 */
export function blankEmails(adapter: DBAdapter): DBAdapter {
  return {
    ...blankWithin(adapter),
    transaction: (work) => adapter.transaction((inner) => work(blankWithin(inner))),
  };
}

function blankWithin<Adapter extends DBTransactionAdapter>(adapter: Adapter): Adapter {
  return {
    ...adapter,
    create: async (query: Parameters<Adapter['create']>[0]) => blank(await adapter.create(query)),
    findOne: async (query: Parameters<Adapter['findOne']>[0]) => blank(await adapter.findOne(query)),
    findMany: async (query: Parameters<Adapter['findMany']>[0]) => (await adapter.findMany(query)).map(blank),
    update: async (query: Parameters<Adapter['update']>[0]) => blank(await adapter.update(query)),
  };
}

/** A user row, or a session row that brings its user. */
function blank<Row>(row: Row): Row {
  if (typeof row !== 'object' || row === null) return row;
  if ('email' in row && row.email === null) return { ...row, email: '' };
  return 'user' in row ? { ...row, user: blank(row.user) } : row;
}
