import type { ComponentChildren } from 'preact';
import { Failure } from '#client/ui/failure.tsx';
import { useShell, type Organization } from '../shell/shell.ts';

/** What is drawn for the organization looked at, once one knows which. */
export function OfOrganization({
  children,
}: {
  children: (organization: Organization) => ComponentChildren;
}) {
  const shell = useShell();
  const state = shell.organizations.value;
  const organization = shell.organization.value;
  if (state.stage === 'failed')
    return <Failure error={state.error} retry={() => void shell.reloadOrganizations()} />;
  return organization ? <>{children(organization)}</> : <div aria-busy="true" />;
}
