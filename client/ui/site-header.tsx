import type { ComponentChildren } from 'preact';

/**
 * The mark and the way around. The worker draws the same one (worker/pages/header.tsx) by another JSX runtime, and neither
 * side may import the other: change both.
 */
export function SiteHeader({
  viewer,
  children,
}: {
  viewer: { kind: string; name: string | null };
  children?: ComponentChildren;
}) {
  return (
    <header class="site-header">
      <a class="wordmark" href="/">
        <svg class="icon" width="18" height="18" viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
          <path d="M4 4.5v15l7-5.3v5.3l9-7.5-9-7.5v5.3z" />
        </svg>
        Lockstep
      </a>
      <nav class="site-nav" aria-label="Site">
        {children}
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
