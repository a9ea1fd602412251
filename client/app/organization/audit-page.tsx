import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { AuditList, type AuditFilter } from '../audit/audit-list.tsx';
import { auditCsv } from '../audit/audit-csv.ts';
import { eventsIn } from '../audit/events-in.ts';
import { answerOf } from '../request.ts';
import type { Organization } from '../shell/shell.ts';
import { OrganizationFrame } from './organization-frame.tsx';

/** `/org/{id}/audit`: who changed which right; written by the database, changed by nobody. */
export const AuditPage = () => (
  <OrganizationFrame title="Audit log">
    {(organization) => <Audit key={organization.id} organization={organization} />}
  </OrganizationFrame>
);

function Audit({ organization: { id, name } }: { organization: Organization }) {
  const filter = useSignal<AuditFilter>({});
  return (
    <AuditList
      filter={filter}
      name={name}
      ask={async (query, signal) =>
        eventsIn(
          await answerOf(
            api.GET('/api/organizations/{organizationId}/audit', {
              params: { path: { organizationId: id }, query },
              signal,
            }),
          ),
        )
      }
      askCsv={(query, onPage, signal) => auditCsv(id, query, onPage, signal)}
    />
  );
}
