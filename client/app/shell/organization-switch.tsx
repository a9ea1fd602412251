import { useLocation } from 'preact-iso/router';
import { useShell } from './shell.ts';

/** Which organization is looked at. Hidden while there is only one's own. */
export function OrganizationSwitch() {
  const shell = useShell();
  const { path, route } = useLocation();
  const state = shell.organizations.value;
  if (state.stage !== 'loaded' || state.data.length < 2) return null;
  const choose = (id: string) => {
    shell.chooseOrganization(id);
    // A page of one organization would go on showing the other.
    if (path.startsWith('/org/')) route(`/org/${id}`);
  };
  return (
    <select
      class="input organization-switch"
      aria-label="Organization"
      value={shell.organization.value?.id}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {state.data.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
