import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso/router';
import { useMemo } from 'preact/hooks';
import { v7 as uuidv7 } from 'uuid';
import { api } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { TaskForm } from '#client/ui/task-form.tsx';
import { answerOf } from '../request.ts';
import { Page } from '../shell/page.tsx';
import { useShell } from '../shell/shell.ts';

/** `/org/new`: founds a team. Pressed twice it is still one: the id is made here. */
export function NewTeamPage() {
  const shell = useShell();
  const { route } = useLocation();
  const id = useMemo(() => uuidv7(), []);
  const name = useSignal('');
  const found = async () => {
    const team = await answerOf(api.POST('/api/organizations', { body: { id, name: name.value.trim() } }));
    await shell.reloadOrganizations();
    shell.chooseOrganization(team.id);
    route(`/org/${team.id}/members`);
  };
  return (
    <Page title="New team">
      <p>A team shares a library. You are its first owner and can invite others next.</p>
      <TaskForm action="Found the team" onSubmit={found}>
        <FormField id="team-name" label="Name">
          {(field) => (
            <input
              {...field}
              class="input"
              required
              maxLength={100}
              value={name.value}
              onInput={(event) => (name.value = event.currentTarget.value)}
            />
          )}
        </FormField>
      </TaskForm>
    </Page>
  );
}
