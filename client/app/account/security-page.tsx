import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { answerOf } from '../request.ts';
import { AccountFrame } from './account-frame.tsx';
import { EmailForm } from './email-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SessionList } from './session-list.tsx';

/** `/account/security`: address, password, and where one is signed in. */
export function SecurityPage() {
  const me = useResource((signal) => answerOf(api.GET('/api/me', { signal })), 'me');
  return (
    <AccountFrame title="Signing in">
      <Awaited of={me}>
        {(data) => (
          <div class="stack sections">
            <EmailForm me={data} />
            <PasswordForm me={data} onChanged={() => void me.reload()} />
            <SessionList />
          </div>
        )}
      </Awaited>
    </AccountFrame>
  );
}
