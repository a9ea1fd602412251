import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList } from '#client/ui/page-list.ts';
import { answerOf } from '../request.ts';
import type { Organization } from '../shell/shell.ts';
import { MemberRow } from './member-row.tsx';
import { mayAdminister } from './organization-rules.ts';

export type Member = Shape<'Member'>;

/** Waits for a pause in typing, so that each letter asks for no list of its own. */
const TYPED_MS = 250;

export function MemberList({ organization }: { organization: Organization }) {
  const words = useSignal('');
  const typing = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const members = usePageList<Member>(
    (cursor, signal) =>
      answerOf(
        api.GET('/api/organizations/{organizationId}/members', {
          params: {
            path: { organizationId: organization.id },
            query: { ...(words.peek() && { q: words.peek() }), ...(cursor && { cursor }) },
          },
          signal,
        }),
      ),
    words.value,
  );
  const search = (text: string) => {
    clearTimeout(typing.current);
    typing.current = setTimeout(() => (words.value = text.trim()), TYPED_MS);
  };
  return (
    <section class="stack" aria-labelledby="members">
      <div class="row spread">
        <h2 id="members">
          {organization.memberCount === 1 ? 'One member' : `${organization.memberCount} members`}
        </h2>
        <input
          class="input search-within"
          type="search"
          aria-label="Find a member by name"
          placeholder="Find by name"
          maxLength={100}
          onInput={(event) => search(event.currentTarget.value)}
        />
      </div>
      <Awaited of={members.list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState sentence="Nobody here has a name like that." />
          ) : (
            <ul class="rows">
              {items.map((member) => (
                <MemberRow
                  key={member.user.id}
                  member={member}
                  organization={organization}
                  reload={() => members.list.reload()}
                />
              ))}
            </ul>
          )
        }
      </Awaited>
      <MoreButton of={members} />
      {organization.memberCount === 1 && mayAdminister(organization.role) && (
        <EmptyState sentence="You’re alone here: whoever you invite watches, comments and uploads with you.">
          <button
            type="button"
            class="button primary"
            onClick={() => document.getElementById('invite-email')?.focus()}
          >
            Invite
          </button>
        </EmptyState>
      )}
    </section>
  );
}
