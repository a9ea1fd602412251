import { OrganizationFrame } from './organization-frame.tsx';
import { mayAdminister } from './organization-rules.ts';
import { Invitations } from './invitations.tsx';
import { MemberList } from './member-list.tsx';

/** `/org/{id}/members`: who is in a team, and who is asked to come. */
export const MembersPage = () => (
  <OrganizationFrame title="Members">
    {(organization) => (
      <div class="stack sections" key={organization.id}>
        {mayAdminister(organization.role) && <Invitations organization={organization} />}
        <MemberList organization={organization} />
      </div>
    )}
  </OrganizationFrame>
);
