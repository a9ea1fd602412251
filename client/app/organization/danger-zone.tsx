import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso/router';
import { api } from '#client/api/client.ts';
import { TypedConfirmation } from '#client/ui/typed-confirmation.tsx';
import { answerOf } from '../request.ts';
import { useShell, type Organization } from '../shell/shell.ts';

/** What cannot be taken back: for owners, export first. */
export function DangerZone({ organization }: { organization: Organization }) {
  const shell = useShell();
  const { route } = useLocation();
  const isAsking = useSignal(false);
  const dissolve = async () => {
    await answerOf(
      api.DELETE('/api/organizations/{organizationId}', {
        params: { path: { organizationId: organization.id } },
        body: { confirm: organization.slug },
      }),
    );
    await shell.reloadOrganizations();
    shell.toasts.tell(`${organization.name} is deleted.`);
    route('/library');
  };
  return (
    <section class="stack danger-zone" aria-labelledby="danger">
      <h2 id="danger">Take it along, or end it</h2>
      <p class="row">
        <a class="button" href={`/api/organizations/${organization.id}/export`} download>
          Export everything
        </a>
        <span class="small muted">One file, a line for each thing (NDJSON).</span>
      </p>
      {organization.kind === 'team' && (
        <p class="row">
          <button type="button" class="button danger" onClick={() => (isAsking.value = true)}>
            Delete the team…
          </button>
        </p>
      )}
      {isAsking.value && (
        <TypedConfirmation
          title={`Delete ${organization.name}?`}
          words={organization.slug}
          action="Delete the team for good"
          onConfirm={dissolve}
          onClose={() => (isAsking.value = false)}
        >
          <p>
            Its{' '}
            {organization.memberCount === 1 ? 'one member loses' : `${organization.memberCount} members lose`}{' '}
            it at once, with all its videos, comments, channels and links. This cannot be undone: export
            first.
          </p>
        </TypedConfirmation>
      )}
    </section>
  );
}
