import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { dayOf, momentOf } from '#client/ui/dates.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { useResource } from '#client/ui/resource.ts';
import { ShownOnce } from '#client/ui/shown-once.tsx';
import { useTask } from '#client/ui/task.ts';
import { TypedConfirmation } from '#client/ui/typed-confirmation.tsx';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { AccountFrame } from './account-frame.tsx';
import { KeyForm } from './key-form.tsx';

/** `/account/keys`: keys for programs that act in one's name. */
export function KeysPage() {
  const made = useSignal<Shape<'NewKey'> | null>(null);
  const isAdding = useSignal(false);
  const keys = useResource((signal) => answerOf(api.GET('/api/me/keys', { signal })), 'keys');
  return (
    <AccountFrame title="API keys">
      <p>
        A program that sends one as <code>Authorization: Bearer …</code> acts in your name, within what the
        key may. What there is to ask for stands in <a href="/openapi.json">/openapi.json</a>.
      </p>
      {made.value && <ShownOnce label={`The key “${made.value.name}”`} secret={made.value.key} />}
      {isAdding.value ? (
        <KeyForm
          onMade={(key) => {
            made.value = key;
            isAdding.value = false;
            void keys.reload();
          }}
          onCancel={() => (isAdding.value = false)}
        />
      ) : (
        <div class="row">
          <button type="button" class="button primary" onClick={() => (isAdding.value = true)}>
            Make a key
          </button>
        </div>
      )}
      <Awaited of={keys}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState sentence="You have no keys. Programs cannot act in your name." />
          ) : (
            <ul class="rows" aria-label="API keys">
              {items.map((key) => (
                <KeyRow key={key.id} apiKey={key} reload={keys.reload} />
              ))}
            </ul>
          )
        }
      </Awaited>
    </AccountFrame>
  );
}

function KeyRow({ apiKey: key, reload }: { apiKey: Shape<'Key'>; reload: () => Promise<void> }) {
  const shell = useShell();
  const task = useTask();
  const isAsking = useSignal(false);
  const revoke = async () => {
    await answerOf(api.DELETE('/api/me/keys/{keyId}', { params: { path: { keyId: key.id } } }));
    shell.toasts.tell('The key opens nothing any more.');
    await reload();
  };
  const facts = [
    `${key.prefix}…`,
    key.lastUsedAt ? `last used ${momentOf(key.lastUsedAt)}` : 'never used',
    key.expiresAt ? `until ${dayOf(key.expiresAt)}` : 'until it is revoked',
  ];
  return (
    <li class="row-item">
      <div class="row-words">
        <strong class="long-words">{key.name}</strong>
        <span class="small muted">{facts.join(' · ')}</span>
        <span class="small muted">{key.scopes.join(', ')}</span>
        {task.failure.value && <Failure error={task.failure.value} />}
      </div>
      <button
        type="button"
        class="button plain danger"
        aria-label={`Revoke: ${key.name}`}
        onClick={() => (isAsking.value = true)}
      >
        Revoke…
      </button>
      {isAsking.value && (
        <TypedConfirmation
          title={`Revoke ${key.name}?`}
          words={key.name}
          action="Revoke it"
          onConfirm={revoke}
          onClose={() => (isAsking.value = false)}
        >
          <p>Programs that use it are refused from this moment on. It cannot be brought back.</p>
        </TypedConfirmation>
      )}
    </li>
  );
}
