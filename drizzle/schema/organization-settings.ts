/** What an organization decides for itself; what is absent is as `worker/accounts/organization-settings.ts` says. */
export interface OrganizationSettings {
  /** Host names whose pages may embed its videos. */
  embedDomains?: string[];
  /** What watch links have to keep to. */
  linkPolicy?: {
    isPasswordRequired?: boolean;
    longestDays?: number | null;
    guests?: 'anyone' | 'named' | 'accounts';
  };
  /** After how many days without a change videos are archived; null: never. */
  retention?: { archiveAfterDays?: number | null };
}
