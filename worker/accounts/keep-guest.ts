import type { DBAdapter, DBTransactionAdapter } from 'better-auth';

/**
 * Makes the new account of the guest who asked for it: their row stays, with all that hangs on it, and gets what the
 * library would have inserted. Their sessions as a guest end with it. Somebody who is no guest (any more) is made anew.
 */
export function keepGuest(adapter: DBAdapter, guestId: string | undefined): DBAdapter {
  if (guestId === undefined) return adapter;
  return {
    ...keepWithin(adapter, guestId),
    transaction: (work) => adapter.transaction((inner) => work(keepWithin(inner, guestId))),
  };
}

function keepWithin<Adapter extends DBTransactionAdapter>(adapter: Adapter, guestId: string): Adapter {
  return {
    ...adapter,
    create: async (query: Parameters<Adapter['create']>[0]) => {
      const { id: _id, createdAt: _createdAt, ...data } = query.data as Record<string, unknown>;
      if (query.model !== 'user' || data['accountType'] === 'guest') return adapter.create(query);
      const isGuest = [
        { field: 'id', value: guestId },
        { field: 'accountType', value: 'guest' },
      ];
      const kept = await adapter.update<object>({ model: 'user', where: isGuest, update: data });
      if (!kept) return adapter.create(query);
      await adapter.deleteMany({ model: 'session', where: [{ field: 'userId', value: guestId }] });
      return kept;
    },
  };
}
