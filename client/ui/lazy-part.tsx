import { signal } from '@preact/signals';
import { h, type ComponentType, type VNode } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A part of the page whose code is fetched when it is first shown, with `meanwhile` (or nothing) in its place; a fetch
 * that fails says so there.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile?: (props: Props) => VNode,
): ComponentType<Props> {
  const part = signal<{ made: ComponentType<Props> } | 'failed' | null>(null);
  const fetchPart = () => {
    part.value = null;
    load().then(
      (made) => (part.value = { made }),
      () => (part.value = 'failed'),
    );
  };
  return function LazyPart(props: Props) {
    useEffect(() => {
      if (part.peek() === null) fetchPart();
    }, []);
    if (part.value === null) return meanwhile?.(props) ?? null;
    if (part.value !== 'failed') return h(part.value.made, props);
    return (
      <p class="notice bad" role="alert">
        This could not be loaded. Check your connection.{' '}
        <button type="button" class="button" onClick={fetchPart}>
          Try again
        </button>
      </p>
    );
  };
}
