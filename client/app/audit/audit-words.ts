import type { Shape } from '#client/api/client.ts';

type Event = Pick<Shape<'AuditEvent'>, 'action' | 'actor' | 'user'>;

/** What one can ask a log for: actions by the noun they begin with. */
export const AUDIT_GROUPS: Record<string, string> = {
  member: 'Members',
  invitation: 'Invitations',
  organization: 'Settings',
  link: 'Watch links',
  channel: 'Channels',
  video: 'Videos',
  webhook: 'Webhooks',
  approval: 'Approvals',
  account: 'Accounts',
  identity: 'Ways to sign in',
  key: 'API keys',
};

/** Read as "Ada …", and of who it was done to. What is not here is shown by its own name. */
const DID: Record<string, string> = {
  'member.added': 'added',
  'member.removed': 'removed',
  'member.role-changed': 'changed the role of',
  'invitation.made': 'invited somebody',
  'invitation.renewed': 'renewed an invitation',
  'invitation.revoked': 'took an invitation back',
  'invitation.accepted': 'accepted an invitation',
  'organization.renamed': 'renamed the organization',
  'organization.settings-changed': 'changed the settings',
  'organization.dissolved': 'deleted the organization',
  'link.made': 'made a watch link',
  'link.changed': 'changed a watch link',
  'link.revoked': 'took a watch link back',
  'channel.member-added': 'let into a channel',
  'channel.member-removed': 'put out of a channel',
  'video.visibility-changed': 'changed who may watch a video',
  'video.embedding-changed': 'changed which sites may embed a video',
  'video.moved': 'moved a video',
  'video.deleted': 'moved a video to the trash',
  'video.restored': 'restored a video',
  'webhook.made': 'added a webhook',
  'webhook.changed': 'changed a webhook',
  'webhook.deleted': 'deleted a webhook',
  'approval.decided': 'decided on a version',
  'key.made': 'made an API key',
  'key.changed': 'renamed an API key',
  'key.revoked': 'revoked an API key',
  'identity.linked': 'added a way to sign in',
  'identity.unlinked': 'removed a way to sign in',
  'identity.password-changed': 'changed the password',
  'account.email-changed': 'changed the e-mail address',
  'account.role-changed': 'changed an account’s role',
  'account.deactivated': 'closed an account',
  'account.reactivated': 'opened an account again',
};

/** What is said where somebody did it to themselves. */
const DID_SO_THEMSELVES: Record<string, string> = {
  'member.added': 'joined',
  'member.removed': 'left',
  'member.role-changed': 'changed their own role',
  'channel.member-added': 'joined a channel',
  'channel.member-removed': 'left a channel',
};

/** "Ada removed Grace" */
export function sentenceOf({ action, actor, user }: Event): string {
  const who = actor?.name ?? 'A service';
  const isAboutThemselves = user !== null && user.id === actor?.id;
  const did = (isAboutThemselves && DID_SO_THEMSELVES[action]) || (DID[action] ?? action);
  return user === null || isAboutThemselves ? `${who} ${did}` : `${who} ${did} ${user.name}`;
}
