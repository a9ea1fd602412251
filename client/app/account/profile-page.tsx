import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useResource } from '#client/ui/resource.ts';
import { useTask } from '#client/ui/task.ts';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { answerOf, RequestFailed, wholeAnswerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';
import { StaleNotice } from '../stale-notice.tsx';
import { AccountFrame } from './account-frame.tsx';
import { Farewell } from './farewell.tsx';
import { profileEditIn } from './profile-edit.ts';

/** `/account`: how one is shown to others; taking everything along; leaving. */
export function ProfilePage() {
  const me = useResource((signal) => wholeAnswerOf(api.GET('/api/me', { signal })), 'me');
  return (
    <AccountFrame title="Profile">
      <Awaited of={me}>
        {({ data, etag }) => (
          <div class="stack sections">
            <ProfileForm key={etag} me={data} etag={etag} reload={me.reload} />
            <Farewell me={data} />
          </div>
        )}
      </Awaited>
    </AccountFrame>
  );
}

function ProfileForm({
  me,
  etag,
  reload,
}: {
  me: Shape<'Me'>;
  etag: string | null;
  reload: () => Promise<void>;
}) {
  const shell = useShell();
  const task = useTask();
  const faults = useSignal<Record<string, string>>({});
  const isStale = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const save = async (fields: FormData, over: string | null) => {
    faults.value = {};
    isStale.value = false;
    try {
      const saved = await answerOf(
        api.PATCH('/api/me', {
          headers: over === null ? {} : { 'if-match': over },
          body: profileEditIn(fields),
        }),
      );
      shell.member.value = { ...shell.member.value, name: saved.name ?? shell.member.value.name };
    } catch (error) {
      isStale.value = error instanceof RequestFailed && error.code === 'STALE';
      if (error instanceof RequestFailed)
        faults.value = Object.fromEntries(error.faults.map(({ pointer, detail }) => [pointer, detail]));
      throw error;
    }
    shell.toasts.tell('Saved.');
    await reload();
  };
  const send = (from: HTMLFormElement, over: string | null) => {
    const fields = new FormData(from);
    return task.run(() => save(fields, over));
  };
  const line = (
    name: 'name' | 'username' | 'givenName' | 'familyName' | 'avatarUrl',
    label: string,
    hint?: string,
  ) => (
    <FormField id={`me-${name}`} label={label} hint={hint} fault={faults.value[`/${name}`]}>
      {(field) => (
        <input
          {...field}
          class="input"
          name={name}
          required={name === 'name'}
          maxLength={name === 'avatarUrl' ? 500 : 100}
          defaultValue={me[name] ?? ''}
        />
      )}
    </FormField>
  );
  return (
    <form
      ref={form}
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        void send(event.currentTarget, etag);
      }}
    >
      {line('name', 'Name', 'Beside your comments and videos.')}
      {line('username', 'Username', 'How others mention you: letters, digits, dots, dashes. Empty: none.')}
      {line('givenName', 'Given name')}
      {line('familyName', 'Family name')}
      {line('avatarUrl', 'Picture', 'An https address. Empty: your initials.')}
      <FormField id="me-bio" label="About you" fault={faults.value['/bio']}>
        {(field) => (
          <textarea {...field} class="input" name="bio" rows={3} maxLength={2000}>
            {me.bio ?? ''}
          </textarea>
        )}
      </FormField>
      {isStale.value ? (
        <StaleNotice
          what="Your profile"
          takeTheirs={() => void reload()}
          saveMine={() => form.current && void send(form.current, null)}
        />
      ) : (
        task.failure.value && (
          <Failure error={task.failure.value} retry={() => form.current?.requestSubmit()} />
        )
      )}
      <div class="row">
        <button type="submit" class="button primary" aria-busy={task.isBusy.value}>
          Save changes
        </button>
      </div>
    </form>
  );
}
