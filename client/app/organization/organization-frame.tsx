import type { ComponentChildren } from 'preact';
import { useRoute } from 'preact-iso/router';
import { useEffect } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import { NothingHere } from '../shell/nothing-here.tsx';
import { Page } from '../shell/page.tsx';
import { SectionLinks } from '../shell/section-links.tsx';
import { useShell, type Organization } from '../shell/shell.ts';
import { mayAdminister } from './organization-rules.ts';

/** What every page of an organization has around it: which one, by its address, and the way to the others. */
export function OrganizationFrame({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ComponentChildren;
  children: (organization: Organization) => ComponentChildren;
}) {
  const shell = useShell();
  const id = useRoute().params['organizationId'];
  const state = shell.organizations.value;
  const organization = state.stage === 'loaded' ? state.data.find((each) => each.id === id) : undefined;
  useEffect(() => {
    if (organization) shell.chooseOrganization(organization.id);
  }, [organization?.id]);

  if (state.stage === 'failed')
    return (
      <Page title={title}>
        <Failure error={state.error} retry={() => void shell.reloadOrganizations()} />
      </Page>
    );
  if (state.stage === 'loading') return <div class="page" aria-busy="true" />;
  if (!organization) return <NothingHere />;
  return (
    <Page title={`${title} · ${organization.name}`} heading={title} actions={actions}>
      <SectionLinks label={organization.name} links={linksOf(organization)} />
      {children(organization)}
    </Page>
  );
}

function linksOf(organization: Organization) {
  const root = `/org/${organization.id}`;
  const forAll = [{ href: root, label: 'Settings' }];
  if (organization.kind === 'team') forAll.push({ href: `${root}/members`, label: 'Members' });
  if (mayAdminister(organization.role))
    forAll.push(
      { href: `${root}/webhooks`, label: 'Webhooks' },
      { href: `${root}/audit`, label: 'Audit log' },
    );
  return forAll;
}
