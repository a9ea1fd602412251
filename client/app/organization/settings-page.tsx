import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { wholeAnswerOf } from '../request.ts';
import type { Organization } from '../shell/shell.ts';
import { DangerZone } from './danger-zone.tsx';
import { OrganizationFrame } from './organization-frame.tsx';
import { mayAdminister } from './organization-rules.ts';
import { SettingsForm } from './settings-form.tsx';
import { StorageSection } from './storage-section.tsx';

/** `/org/{id}`: what an organization is called, and what holds for its videos. */
export const SettingsPage = () => (
  <OrganizationFrame
    title="Settings"
    actions={
      <a class="button" href="/org/new">
        New team
      </a>
    }
  >
    {(organization) => <Settings key={organization.id} organization={organization} />}
  </OrganizationFrame>
);

function Settings({ organization: { id } }: { organization: Organization }) {
  const params = { path: { organizationId: id } };
  const seen = useResource(
    (signal) => wholeAnswerOf(api.GET('/api/organizations/{organizationId}', { params, signal })),
    id,
  );
  return (
    <Awaited of={seen}>
      {({ data, etag }) => (
        <>
          {!mayAdminister(data.role) && (
            <p class="notice">Administrators change these. You see how they stand.</p>
          )}
          <SettingsForm seen={{ data, etag }} reload={seen.reload} isReadOnly={!mayAdminister(data.role)} />
          <StorageSection organizationId={data.id} />
          {data.role === 'OWNER' && <DangerZone organization={data} />}
        </>
      )}
    </Awaited>
  );
}
