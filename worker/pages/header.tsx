import type { Viewer } from '#worker/accounts/viewer.ts';

/**
 * The mark and the way around, as client/ui/site-header.tsx draws it once the page's script runs: written there again, since
 * pages are drawn by another JSX runtime here and neither side may import the other.
 */
export function SiteHeader({ viewer }: { viewer: Viewer }) {
  return (
    <header class="site-header">
      <a class="wordmark" href="/">
        <Mark />
        Lockstep
      </a>
      <nav class="site-nav" aria-label="Site">
        {viewer.kind === 'registered' ? (
          <>
            <a class="button plain" href="/studio/upload">
              Upload
            </a>
            <a class="button plain viewer-name" href="/sign-in">
              {viewer.name}
            </a>
          </>
        ) : (
          <>
            <a class="button plain" href="/sign-in">
              Sign in
            </a>
            {viewer.name && <span class="muted small viewer-name">{viewer.name}</span>}
          </>
        )}
      </nav>
    </header>
  );
}

export function Mark() {
  return (
    <svg class="icon" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
      <path d="M4 4.5v15l7-5.3v5.3l9-7.5-9-7.5v5.3z" />
    </svg>
  );
}
