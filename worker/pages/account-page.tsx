import type { Viewer } from '#worker/accounts/viewer.ts';
import { PasswordField, Problem } from './account-fields.tsx';
import type { PageAssets } from './assets.ts';
import { renderMessage } from './message-page.tsx';

interface Asked {
  token: string;
  problem: string | null;
}
type Kind = 'sign-up' | 'change-email';

const TITLES: Record<Kind, string> = {
  'sign-up': 'Confirm your account',
  'change-email': 'Confirm your new address',
};

/** The page a mailed link opens. Programs that look at links must not use them up: a button does. */
export const renderVerify = (
  viewer: Viewer,
  assets: PageAssets,
  { kind, email, asksPassword, token, problem }: Asked & { kind: Kind; email: string; asksPassword: boolean },
) =>
  renderMessage(
    viewer,
    assets,
    TITLES[kind],
    <form method="post" action="/verify" class="stack">
      <p>
        {kind === 'sign-up' ? 'Your account is made for ' : 'From now on you sign in as '}
        <strong>{email}</strong>.
      </p>
      <input type="hidden" name="token" value={token} />
      {asksPassword && (
        <PasswordField
          name="password"
          label="Your password"
          autocomplete="current-password"
          hint="This is not the browser you signed up in: enter the password you chose there."
          problem={problem}
        />
      )}
      <Problem words={problem} />
      <p class="row">
        <button class="button primary" type="submit">
          {kind === 'sign-up' ? 'Confirm and sign in' : 'Confirm'}
        </button>
      </p>
    </form>,
  );

export const renderAskReset = (viewer: Viewer, assets: PageAssets, problem: string | null) =>
  renderMessage(
    viewer,
    assets,
    'Forgot your password?',
    <form method="post" action="/reset" class="stack">
      <p>Tell us the address of your account. We send you a link to choose a new password with.</p>
      <div class="field">
        <label for="email">E-mail</label>
        <input
          id="email"
          class="input"
          name="email"
          type="email"
          autocomplete="email"
          required
          autofocus
          maxlength={254}
          aria-describedby={problem ? 'problem' : undefined}
        />
      </div>
      <Problem words={problem} />
      <p class="row">
        <button class="button primary" type="submit">
          Send the link
        </button>
        <a class="button plain" href="/sign-in">
          Back to sign in
        </a>
      </p>
    </form>,
  );

export const renderReset = (
  viewer: Viewer,
  assets: PageAssets,
  { email, token, problem }: Asked & { email: string },
) =>
  renderMessage(
    viewer,
    assets,
    'Choose a new password',
    <form method="post" action="/reset" class="stack">
      <p>
        For <strong>{email}</strong>. Everybody who is signed in to this account now is signed out.
      </p>
      <input type="hidden" name="token" value={token} />
      <input type="text" name="username" value={email} autocomplete="username" hidden />
      <PasswordField
        name="password"
        label="New password"
        autocomplete="new-password"
        hint="At least 8 characters."
        problem={problem}
      />
      <Problem words={problem} />
      <p class="row">
        <button class="button primary" type="submit">
          Set password and sign in
        </button>
      </p>
    </form>,
  );

/** The same whether or not the address is known. */
export const renderMailSent = (
  viewer: Viewer,
  assets: PageAssets,
  { email, isOutboxOpen }: { email: string; isOutboxOpen: boolean },
) =>
  renderMessage(
    viewer,
    assets,
    'Check your mail',
    <>
      <p>
        If there is an account for <strong>{email}</strong>, a link is on its way there. It is good for an
        hour.
      </p>
      {isOutboxOpen && (
        <p class="notice">
          No mails leave this machine: this one is in the{' '}
          <a href={`/outbox?to=${encodeURIComponent(email)}`}>outbox</a>.
        </p>
      )}
    </>,
  );

export const renderLinkUsed = (viewer: Viewer, assets: PageAssets, why: string) =>
  renderMessage(
    viewer,
    assets,
    'This link is good no more',
    <>
      <p>{why} If you followed it before, it has done what it is for.</p>
      <p class="row">
        <a class="button primary" href="/sign-in">
          Sign in
        </a>
        <a class="button" href="/reset">
          Choose a new password
        </a>
      </p>
    </>,
  );
