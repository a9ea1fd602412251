import type { VideoRoom } from '#rooms/video-room.ts';
import type { WebhookSender } from '#worker/webhooks/webhook-sender.ts';

/** Everything the worker is given, as wrangler.toml and the secrets name it. */
export interface Env {
  /** Neon, role lockstep_app: row-level security applies. */
  DATABASE_URL: string;
  /** Neon, role lockstep_auth: accounts only. */
  AUTH_DATABASE_URL: string;
  /** Signs session cookies. */
  AUTH_SECRET: string;
  /** Signs room tickets and media grants, each for its own audience. */
  TICKET_SECRET: string;
  /** Seals the secrets that webhooks are signed with; several with commas between: the first seals, all open. */
  WEBHOOK_SECRET: string;
  /** "on": webhooks may go to this very machine, over http too. Only at home and in tests. */
  WEBHOOK_LOOPBACK?: string;
  /** The address people see, e.g. https://lockstep.example; empty: the request's own origin. */
  PUBLIC_ORIGIN: string;
  VERSION: string;
  /** How mails leave (worker/mail/mail.ts); `outbox:` keeps them to be looked at. Without it none are sent. */
  MAIL_URL?: string;
  /** `Name <address>` that mails come from. */
  MAIL_FROM?: string;
  /** Other sites one can sign in by: a JSON list (worker/accounts/oauth-providers.ts). */
  OAUTH_PROVIDERS?: string;
  /** "edge": whole segments are kept in the colo's cache (production). */
  MEDIA_CACHE?: string;
  /** How much each organization may store that has no limit of its own (worker/media/storage); without it as much as it likes. */
  STORAGE_LIMIT_BYTES?: string;
  /** "off" silences the line per request. */
  REQUEST_LOG?: string;
  ROOMS: DurableObjectNamespace<VideoRoom>;
  WEBHOOKS: DurableObjectNamespace<WebhookSender>;
  MEDIA: R2Bucket;
  ASSETS: Fetcher;
}
