import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useResource } from '#client/ui/resource.ts';
import { EditForm } from '../edit-form.tsx';
import { answerOf, wholeAnswerOf } from '../request.ts';
import { over, type Seen } from '../save-task.ts';
import { useShell } from '../shell/shell.ts';
import { AccountFrame } from './account-frame.tsx';
import { Farewell } from './farewell.tsx';
import { profileEditIn } from './profile-edit.ts';

/** `/account`: how one is shown to others; taking everything along; leaving. */
export function ProfilePage() {
  const me = useResource((signal) => wholeAnswerOf(api.GET('/api/me', { signal })), 'me');
  return (
    <AccountFrame title="Profile">
      <Awaited of={me}>
        {(seen) => (
          <div class="stack sections">
            <ProfileForm seen={seen} reload={me.reload} />
            <Farewell me={seen.data} />
          </div>
        )}
      </Awaited>
    </AccountFrame>
  );
}

function ProfileForm({ seen, reload }: { seen: Seen<Shape<'Me'>>; reload: () => Promise<void> }) {
  const { member } = useShell();
  const put = async (body: Shape<'MeEdit'>, etag: string | null) => {
    const { name } = await answerOf(api.PATCH('/api/me', { headers: over(etag), body }));
    member.value = { ...member.value, name: name ?? member.value.name };
  };
  return (
    <EditForm
      what="Your profile"
      seen={seen}
      read={(form) => ({ body: profileEditIn(form) })}
      put={put}
      reload={reload}
    >
      {(me, fault) => <ProfileFields me={me} fault={fault} />}
    </EditForm>
  );
}

function ProfileFields({ me, fault }: { me: Shape<'Me'>; fault: (pointer: string) => string | undefined }) {
  const line = (
    name: 'name' | 'username' | 'givenName' | 'familyName' | 'avatarUrl',
    label: string,
    hint?: string,
  ) => (
    <FormField id={`me-${name}`} label={label} hint={hint} fault={fault(`/${name}`)}>
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
    <>
      {line('name', 'Name', 'Beside your comments and videos.')}
      {line('username', 'Username', 'How others mention you: letters, digits, dots, dashes. Empty: none.')}
      {line('givenName', 'Given name')}
      {line('familyName', 'Family name')}
      {line('avatarUrl', 'Picture', 'An https address. Empty: your initials.')}
      <FormField id="me-bio" label="About you" fault={fault('/bio')}>
        {(field) => (
          <textarea {...field} class="input" name="bio" rows={3} maxLength={2000}>
            {me.bio ?? ''}
          </textarea>
        )}
      </FormField>
    </>
  );
}
