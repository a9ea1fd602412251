import type { KeyHolder } from '#worker/accounts/key-holder.queries.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Database } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import type { RateState } from '#worker/http/rate-limit.ts';

/** What every handler finds in its context. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    viewer: Viewer;
    db: Database;
    /** What the request shows as its API key, looked at or not. Then it has no cookies. */
    bearer?: string;
    /** Whose key it is, once it was looked up. */
    keyHolder?: KeyHolder;
    /** Limits the request was counted by, to be told with the answer. */
    rates?: RateState[];
  };
}
