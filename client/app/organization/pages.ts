/** The pages of one organization: fetched together, since who sets one thing up sets up the next. */
export { AuditPage } from './audit-page.tsx';
export { MembersPage } from './members-page.tsx';
export { SettingsPage } from './settings-page.tsx';
export { WebhookPage } from './webhook-page.tsx';
export { WebhooksPage } from './webhooks-page.tsx';
