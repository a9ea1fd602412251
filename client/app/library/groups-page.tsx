import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso/router';
import { Awaited } from '#client/ui/awaited.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { useResource } from '#client/ui/resource.ts';
import { Page } from '../shell/page.tsx';
import type { Organization } from '../shell/shell.ts';
import { GroupDialog, type GroupWords } from './group-dialog.tsx';
import { LibraryNav } from './library-nav.tsx';
import { OfOrganization } from './of-organization.tsx';
import { mayArrange } from './organization-parts.ts';
import './library.css';

/** One of them, as its row shows it. */
export interface Group {
  id: string;
  name: string;
  description: string | null;
  facts: string;
}

/** What channels and series have in common: a list of names, and making a new one. */
export interface GroupKind {
  title: string;
  /** `/library/channels` */
  path: string;
  empty: string;
  action: string;
  mostCharacters: number;
  load: (organizationId: string, signal: AbortSignal) => Promise<readonly Group[]>;
  /** Makes one; answers its id. */
  make: (organizationId: string, words: GroupWords) => Promise<string>;
}

export const GroupsPage = ({ kind }: { kind: GroupKind }) => (
  <Page title={kind.title}>
    <LibraryNav />
    <OfOrganization>
      {(organization) => <Groups key={organization.id} kind={kind} organization={organization} />}
    </OfOrganization>
  </Page>
);

function Groups({ kind, organization }: { kind: GroupKind; organization: Organization }) {
  const { route } = useLocation();
  const groups = useResource((signal) => kind.load(organization.id, signal), organization.id);
  const isMaking = useSignal(false);
  const make = async (words: GroupWords) => {
    const id = await kind.make(organization.id, words);
    route(`${kind.path}/${id}`);
  };
  const button = mayArrange(organization) && (
    <button type="button" class="button primary" onClick={() => (isMaking.value = true)}>
      <Icon name="plus" />
      {kind.action}
    </button>
  );
  return (
    <>
      <Awaited of={groups}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState sentence={kind.empty}>
              {button || <p class="muted">Who administers the team makes them.</p>}
            </EmptyState>
          ) : (
            <>
              {button && <div class="row">{button}</div>}
              <GroupRows kind={kind} items={items} />
            </>
          )
        }
      </Awaited>
      {isMaking.value && (
        <GroupDialog
          title={kind.action}
          action="Create"
          mostCharacters={kind.mostCharacters}
          onSave={make}
          onClose={() => (isMaking.value = false)}
        />
      )}
    </>
  );
}

const GroupRows = ({ kind, items }: { kind: GroupKind; items: readonly Group[] }) => (
  <ul class="group-rows">
    {items.map(({ id, name, description, facts }) => (
      <li key={id} class="group-row">
        <h2>
          <a class="video-link" href={`${kind.path}/${id}`}>
            {name}
          </a>
        </h2>
        {description && <p class="small">{description}</p>}
        <p class="small muted">{facts}</p>
      </li>
    ))}
  </ul>
);
