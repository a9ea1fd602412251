import { expect } from 'vitest';

export interface AuditCase {
  action: string;
  /** Who does it; `sign-in` is the role of the accounts, which acts for whom it is about. */
  by: string;
  /** SQL; names of rows in braces stand for their ids, here and below. */
  change: string;
  /** The table, and the row where it was there before. */
  of: [table: string, row?: string];
  /** Whose rights they are. */
  user: string | null;
  /** Undefined: of no organization. */
  organization?: string;
  details: object;
}

/** What no event may hold. */
export const hash = 'b2'.repeat(32);
const far = '2099-01-01T00:00:00+00:00';
const inFirst = (
  [action, by, table, row]: [string, string, string, string?],
  user: string | null,
  details: object,
  change: string,
): AuditCase => ({
  action,
  by,
  of: row ? [table, row] : [table],
  user,
  details,
  change,
  organization: 'first',
});
const invited = { email: expect.any(String), role: 'MEMBER', maxUses: 1, expiresAt: far };
const link = {
  videoId: '{shared}',
  role: 'view',
  guests: 'anyone',
  hasPassword: false,
  createdBy: '{author}',
};
const video = { title: 'Big Buck Bunny' };
const hook = { host: 'hooks.lockstep.test', events: [], isActive: true };

/** Every change of rights in an organization, each with the one event it leaves. */
export const AUDIT_CASES: AuditCase[] = [
  inFirst(
    ['member.added', 'admin', 'organization_members'],
    'stranger',
    { role: 'ADMIN' },
    `insert into organization_members (organization_id, user_id, role) values ('{first}', '{stranger}', 'ADMIN')`,
  ),
  inFirst(
    ['member.role-changed', 'owner', 'organization_members', 'author in first'],
    'author',
    { role: { was: 'MEMBER', is: 'ADMIN' } },
    `update organization_members set role = 'ADMIN' where id = '{author in first}'`,
  ),
  inFirst(
    ['member.removed', 'admin', 'organization_members', 'admin in first'],
    'admin',
    { role: 'ADMIN' },
    `delete from organization_members where id = '{admin in first}'`,
  ),
  inFirst(
    ['channel.member-added', 'author', 'channel_members'],
    'author',
    { channelId: '{channel of first}' },
    `insert into channel_members (channel_id, organization_id, user_id)
      values ('{channel of first}', '{first}', '{author}')`,
  ),
  inFirst(
    ['channel.member-removed', 'admin', 'channel_members', 'member in channel'],
    'member',
    { channelId: '{channel of first}' },
    `delete from channel_members where id = '{member in channel}'`,
  ),
  inFirst(
    ['organization.settings-changed', 'admin', 'organizations', 'first'],
    null,
    { settings: { was: {}, is: { embedDomains: ['a.test'] } } },
    `update organizations set settings = '{"embedDomains": ["a.test"]}' where id = '{first}'`,
  ),
  inFirst(
    ['organization.renamed', 'admin', 'organizations', 'first'],
    null,
    { name: { was: 'Analytical', is: 'New' } },
    `update organizations set name = 'New', description = 'Other' where id = '{first}'`,
  ),
  inFirst(
    ['invitation.made', 'admin', 'invitations'],
    null,
    { role: 'MEMBER', maxUses: 1, expiresAt: far },
    `insert into invitations (organization_id, invited_by, token_hash, expires_at)
      values ('{first}', '{admin}', '${hash}', '${far}')`,
  ),
  inFirst(
    ['invitation.renewed', 'admin', 'invitations', 'invitation to first'],
    null,
    invited,
    `update invitations set token_hash = '${hash}' where id = '{invitation to first}'`,
  ),
  inFirst(
    ['invitation.revoked', 'admin', 'invitations', 'invitation to first'],
    null,
    invited,
    `update invitations set revoked_at = now() where id = '{invitation to first}'`,
  ),
  inFirst(
    ['link.made', 'author', 'watch_links'],
    null,
    { ...link, role: 'control' },
    `insert into watch_links (video_id, created_by, token_hash, role) values ('{shared}', '{author}', '${hash}', 'control')`,
  ),
  inFirst(
    ['link.changed', 'author', 'watch_links', 'link to shared'],
    null,
    {
      videoId: '{shared}',
      link: {
        was: { ...link, videoId: undefined },
        is: { ...link, videoId: undefined, label: 'Press', hasPassword: true },
      },
    },
    `update watch_links set label = 'Press', password_hash = 'secret' where id = '{link to shared}'`,
  ),
  inFirst(
    ['link.revoked', 'admin', 'watch_links', 'link to shared'],
    null,
    link,
    `update watch_links set revoked_at = now() where id = '{link to shared}'`,
  ),
  inFirst(
    ['video.visibility-changed', 'author', 'videos', 'open'],
    'author',
    { ...video, visibility: { was: 'public', is: 'private' } },
    `update videos set visibility = 'private' where id = '{open}'`,
  ),
  inFirst(
    ['video.embedding-changed', 'author', 'videos', 'open'],
    'author',
    { ...video, embedDomains: { is: ['a.test'] } },
    `update videos set embed_domains = '{a.test}' where id = '{open}'`,
  ),
  inFirst(
    ['video.deleted', 'admin', 'videos', 'shared'],
    'author',
    video,
    `update videos set deleted_at = now() where id = '{shared}'`,
  ),
  inFirst(
    ['video.restored', 'service:cron', 'videos', 'gone'],
    'author',
    video,
    `update videos set deleted_at = null where id = '{gone}'`,
  ),
  inFirst(
    ['webhook.made', 'admin', 'webhook_endpoints'],
    null,
    { host: 'hooks.test:81', events: ['video.ready'], isActive: true },
    `insert into webhook_endpoints (organization_id, url, events, sealed_secret)
      values ('{first}', 'https://me:secret@hooks.test:81/secret?secret', '{video.ready}', 'secret')`,
  ),
  inFirst(
    ['webhook.changed', 'admin', 'webhook_endpoints', 'endpoint of first'],
    null,
    { endpoint: { was: hook, is: { ...hook, host: 'a.test' } }, isUrlChanged: true, isSecretChanged: true },
    `update webhook_endpoints set url = 'https://a.test/secret', sealed_secret = 'secret'
      where id = '{endpoint of first}'`,
  ),
  inFirst(
    ['webhook.deleted', 'admin', 'webhook_endpoints', 'endpoint of first'],
    null,
    hook,
    `delete from webhook_endpoints where id = '{endpoint of first}'`,
  ),
];
