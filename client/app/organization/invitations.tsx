import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList } from '#client/ui/page-list.ts';
import { ShownOnce } from '#client/ui/shown-once.tsx';
import { answerOf } from '../request.ts';
import type { Organization } from '../shell/shell.ts';
import { InvitationRow } from './invitation-row.tsx';
import { InviteForm } from './invite-form.tsx';

export type Invitation = Shape<'Invitation'>;

/** Who is asked to come: by mail, or by a link to hand on. */
export function Invitations({ organization }: { organization: Organization }) {
  const made = useSignal<Shape<'NewInvitation'> | null>(null);
  const invitations = usePageList<Invitation>(
    (cursor, signal) =>
      answerOf(
        api.GET('/api/organizations/{organizationId}/invitations', {
          params: { path: { organizationId: organization.id }, query: { ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    organization.id,
  );
  const reload = () => invitations.list.reload();
  return (
    <section class="stack" aria-labelledby="invitations">
      <h2 id="invitations">Invite</h2>
      <InviteForm
        organization={organization}
        onMade={(invitation) => {
          made.value = invitation;
          void reload();
        }}
      />
      {made.value && (
        <ShownOnce
          label={made.value.email ? `The link mailed to ${made.value.email}` : 'The invitation link'}
          secret={made.value.url}
        />
      )}
      <Awaited of={invitations.list}>
        {({ items }) =>
          items.length > 0 && (
            <ul class="rows" aria-label="Invitations">
              {items.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  organizationId={organization.id}
                  onRenewed={(renewed) => {
                    made.value = renewed;
                    void reload();
                  }}
                  reload={reload}
                />
              ))}
            </ul>
          )
        }
      </Awaited>
      <MoreButton of={invitations} />
    </section>
  );
}
