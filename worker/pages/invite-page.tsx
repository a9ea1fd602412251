import type { InvitedRow } from '#worker/accounts/accept-invitation.ts';
import { ROLE_WORDS } from '#worker/accounts/invitation-mail.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { PageAssets } from './assets.ts';
import { renderMessage, WayHome } from './message-page.tsx';

interface Shown {
  invitation: InvitedRow;
  /** Where to come back to. */
  path: string;
  problem: string | undefined;
}

export const renderInvitation = (viewer: Viewer, assets: PageAssets, shown: Shown) =>
  renderMessage(
    viewer,
    assets,
    titleOf(shown.invitation),
    <>
      <Words {...shown.invitation} />
      {shown.problem && (
        <p class="notice" role="alert">
          {shown.problem}
        </p>
      )}
      <WayOn viewer={viewer} {...shown} />
    </>,
  );

const titleOf = ({ organization_name: name, is_member }: InvitedRow): string =>
  is_member ? `You are in ${name}` : `Join ${name}`;

function Words({ is_member, inviter_name, organization_name, role, expires_at }: InvitedRow) {
  if (is_member) return <p>You are a member: its videos are among yours.</p>;
  return (
    <>
      <p>
        {inviter_name ?? 'Somebody'} invites you to {organization_name}, as {ROLE_WORDS[role]}.
      </p>
      <p class="muted small">
        The invitation is good until {new Date(expires_at).toISOString().slice(0, 10)}.
      </p>
    </>
  );
}

function WayOn({ viewer, invitation, path }: Shown & { viewer: Viewer }) {
  const next = encodeURIComponent(path);
  if (invitation.is_member)
    return (
      <p class="row">
        <a class="button primary" href="/">
          See what can be watched
        </a>
      </p>
    );
  if (viewer.kind !== 'registered')
    return (
      <>
        <p>
          {invitation.is_mailed
            ? 'It is for the account of the address it was sent to.'
            : 'It takes an account.'}
        </p>
        <p class="row">
          <a class="button primary" href={`/sign-in?next=${next}`}>
            Sign in or sign up
          </a>
        </p>
      </>
    );
  if (invitation.is_yours === false)
    return (
      <>
        <p>
          You are signed in as {viewer.name}, but the invitation was sent to another address. Sign in with the
          account that has it.
        </p>
        <p class="row">
          <a class="button" href={`/sign-in?next=${next}`}>
            Sign in with another account
          </a>
        </p>
      </>
    );
  return (
    <form method="post">
      <p>You join as {viewer.name}.</p>
      <p class="row">
        <button class="button primary" type="submit">
          Join
        </button>
      </p>
    </form>
  );
}

/** What became of an invitation that lets nobody in. */
export const renderInvitationGone = (viewer: Viewer, assets: PageAssets, why: string) =>
  renderMessage(
    viewer,
    assets,
    'This invitation lets nobody in',
    <>
      <p>{why} Ask whoever invited you for another.</p>
      <WayHome />
    </>,
  );
