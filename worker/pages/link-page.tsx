import type { Viewer } from '#worker/accounts/viewer.ts';
import type { PageAssets } from './assets.ts';
import { renderMessage, WayHome } from './message-page.tsx';

type Asks = 'name' | 'account' | 'password' | 'nothing';

interface Door {
  /** Null where the video is not to be named yet. */
  title: string | null;
  asks: Asks;
  problem: string | null;
  signInPath: string;
}

const HEADINGS: Record<Exclude<Asks, 'nothing'>, string> = {
  name: 'This link asks who you are',
  account: 'This link is for people with an account',
  password: 'This link asks for a password',
};

/** Asks for what opens the link, without a script. A video behind a password is not named. */
export const renderLinkDoor = (viewer: Viewer, assets: PageAssets, door: Door) =>
  renderMessage(
    viewer,
    assets,
    door.asks === 'nothing' ? (door.title ?? 'A video for you') : HEADINGS[door.asks],
    door.asks === 'account' ? <AccountNeeded {...door} /> : <DoorForm {...door} />,
  );

const AccountNeeded = ({ signInPath }: Door) => (
  <>
    <p>Somebody has shared a video with you. Sign in or make an account, and you are brought back here.</p>
    <p class="row">
      <a class="button primary" href={signInPath}>
        Sign in
      </a>
    </p>
  </>
);

const DoorForm = ({ asks, problem, signInPath }: Door) => (
  <form method="post" class="stack">
    {asks === 'nothing' ? (
      <p>Somebody has shared this video with you.</p>
    ) : (
      <p class="field">
        <label for="asked">{asks === 'name' ? 'Your name' : 'Password'}</label>
        <input
          id="asked"
          class="input"
          name={asks}
          type={asks === 'name' ? 'text' : 'password'}
          autocomplete={asks === 'name' ? 'nickname' : 'off'}
          required
          autofocus
          maxlength={asks === 'name' ? 100 : 128}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'problem' : undefined}
        />
      </p>
    )}
    {problem && (
      <p id="problem" class="notice" role="alert">
        {problem}
      </p>
    )}
    <p class="row">
      <button class="button primary" type="submit">
        {asks === 'name' ? 'Come in' : 'Watch'}
      </button>
      {asks === 'name' && (
        <a class="button" href={signInPath}>
          Sign in instead
        </a>
      )}
    </p>
  </form>
);

/** What became of a link that opens nothing. */
export const renderLinkGone = (viewer: Viewer, assets: PageAssets, why: string) =>
  renderMessage(
    viewer,
    assets,
    'This link opens nothing',
    <>
      <p>{why} Ask whoever gave it to you for another.</p>
      <WayHome />
    </>,
  );
