import type { Viewer } from '#worker/accounts/viewer.ts';
import type { PageAssets } from './assets.ts';
import { renderMessage } from './message-page.tsx';

/** Asks for what opens the link, without a script. A video behind a password is not named. */
export const renderLinkDoor = (
  viewer: Viewer,
  assets: PageAssets,
  { title, hasPassword, problem }: { title: string; hasPassword: boolean; problem: string | null },
) =>
  renderMessage(
    viewer,
    assets,
    hasPassword ? 'This link asks for a password' : title,
    <form method="post">
      {hasPassword ? (
        <p class="field">
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="off"
            required
            autofocus
            maxlength={128}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'problem' : undefined}
          />
        </p>
      ) : (
        <p>Somebody has shared this video with you.</p>
      )}
      {problem && (
        <p id="problem" class="notice" role="alert">
          {problem}
        </p>
      )}
      <p class="row">
        <button class="button primary" type="submit">
          Watch
        </button>
      </p>
    </form>,
  );

/** What became of a link that opens nothing. */
export const renderLinkGone = (viewer: Viewer, assets: PageAssets, why: string) =>
  renderMessage(
    viewer,
    assets,
    'This link opens nothing',
    <>
      <p>{why} Ask whoever gave it to you for another.</p>
      <p class="row">
        <a class="button" href="/">
          See what can be watched
        </a>
      </p>
    </>,
  );
