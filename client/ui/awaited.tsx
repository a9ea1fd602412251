import type { ComponentChildren } from 'preact';
import { Failure } from './failure.tsx';
import type { Loaded } from './resource.ts';

/** A resource on its three stages: a skeleton that shows after a moment, the failure with a retry, the thing. */
export function Awaited<Data>({
  of,
  skeleton,
  children,
}: {
  of: Loaded<Data>;
  /** In the shape of what will come; a few lines unless told. */
  skeleton?: ComponentChildren;
  children: (data: Data) => ComponentChildren;
}) {
  const state = of.state.value;
  if (state.stage === 'failed') return <Failure error={state.error} retry={() => void of.reload()} />;
  if (state.stage === 'loading')
    return (
      <div class="skeleton" aria-busy="true">
        <p class="visually-hidden">Loading…</p>
        {skeleton ?? <SkeletonLines />}
      </div>
    );
  return <>{children(state.data)}</>;
}

const SkeletonLines = () => (
  <div class="stack" aria-hidden="true">
    <span class="skeleton-line" />
    <span class="skeleton-line" />
    <span class="skeleton-line" />
  </div>
);
