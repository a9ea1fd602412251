import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { dayOf, momentOf } from '#client/ui/dates.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useResource } from '#client/ui/resource.ts';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';

/** Where one is signed in; ended from here, a session is refused at once. */
export function SessionList() {
  const shell = useShell();
  const task = useTask();
  const sessions = useResource((signal) => answerOf(api.GET('/api/me/sessions', { signal })), 'sessions');
  const end = (sessionId: string) =>
    task.run(async () => {
      await answerOf(api.DELETE('/api/me/sessions/{sessionId}', { params: { path: { sessionId } } }));
      shell.toasts.tell('Signed out there.');
      await sessions.reload();
    });
  const endOthers = () =>
    task.run(async () => {
      const { endedCount } = await answerOf(api.DELETE('/api/me/sessions'));
      shell.toasts.tell(endedCount === 0 ? 'You were signed in nowhere else.' : `${endedCount} signed out.`);
      await sessions.reload();
    });
  const signOut = () =>
    task.run(async () => {
      await answerOf(api.POST('/api/auth/sign-out'));
      location.assign('/');
    });
  return (
    <section class="stack" aria-labelledby="sessions-heading">
      <div class="row spread">
        <h2 id="sessions-heading">Where you are signed in</h2>
        <div class="row">
          <button type="button" class="button" onClick={() => void signOut()}>
            Sign out
          </button>
          <button type="button" class="button danger" onClick={() => void endOthers()}>
            Sign out everywhere else
          </button>
        </div>
      </div>
      {task.failure.value && <Failure error={task.failure.value} />}
      <Awaited of={sessions}>
        {({ items }) => (
          <ul class="rows" aria-label="Sessions">
            {items.map(({ id, device, ipAddress, lastUsedAt, createdAt, isCurrent }) => (
              <li class="row-item" key={id}>
                <div class="row-words">
                  <strong>
                    {device}
                    {isCurrent && ' (this browser)'}
                  </strong>
                  <span class="small muted">
                    {ipAddress && `${ipAddress} · `}last used {momentOf(lastUsedAt)} · since{' '}
                    {dayOf(createdAt)}
                  </span>
                </div>
                {!isCurrent && (
                  <button
                    type="button"
                    class="button plain danger"
                    aria-label={`Sign out: ${device}`}
                    onClick={() => void end(id)}
                  >
                    Sign out
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Awaited>
    </section>
  );
}
