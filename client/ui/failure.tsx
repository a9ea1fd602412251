import { useSignal } from '@preact/signals';
import type { Told } from './told.ts';

/**
 * Something that did not work: what happened, what to do, and for who asks the operators the request's id.
 * `retry` is offered where asking again may help.
 */
export function Failure({ error, retry }: { error: Told; retry?: (() => void) | undefined }) {
  return (
    <div class="notice bad failure" role="alert">
      <p>{error.message}</p>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
      {error.requestId && <RequestId id={error.requestId} />}
    </div>
  );
}

function RequestId({ id }: { id: string }) {
  const isCopied = useSignal(false);
  const copy = () =>
    navigator.clipboard.writeText(id).then(
      () => (isCopied.value = true),
      () => undefined,
    );
  return (
    <details class="small">
      <summary>Details</summary>
      <p class="row">
        <span>
          Request <code class="long-words">{id}</code>
        </span>
        <button type="button" class="button" onClick={() => void copy()}>
          {isCopied.value ? 'Copied' : 'Copy'}
        </button>
      </p>
    </details>
  );
}
