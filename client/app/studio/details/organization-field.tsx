import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../../request.ts';
import { useShell } from '../../shell/shell.ts';
import type { Video } from './video-edit.ts';

/** Whose the video is; hidden while there is only one's own organization. Arrow keys choose; a button moves. */
export function OrganizationField({
  video,
  prefix,
  onMoved,
}: {
  video: Video;
  prefix: string;
  onMoved: () => void;
}) {
  const organizations = useShell().organizations.value;
  const task = useTask();
  const chosen = useSignal<string | null>(null);
  if (organizations.stage !== 'loaded' || organizations.data.length < 2) return null;
  const move = (organizationId: string) =>
    task.run(async () => {
      const params = { path: { id: video.id } };
      await answerOf(api.PUT('/api/videos/{id}/organization', { params, body: { organizationId } }));
      chosen.value = null;
      onMoved();
    });
  const to = chosen.value ?? video.organizationId;
  return (
    <>
      <FormField
        id={`${prefix}-organization`}
        label="Organization"
        hint="Its channel and series stay behind when it moves."
      >
        {(binding) => (
          <select
            {...binding}
            class="input"
            value={to}
            onChange={(event) => (chosen.value = event.currentTarget.value)}
          >
            {organizations.data.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {to !== video.organizationId && (
        <div class="row">
          <button type="button" class="button" aria-busy={task.isBusy.value} onClick={() => void move(to)}>
            Move to {organizations.data.find(({ id }) => id === to)?.name}
          </button>
          <button type="button" class="button plain" onClick={() => (chosen.value = null)}>
            Leave it here
          </button>
        </div>
      )}
      {task.failure.value && <Failure error={task.failure.value} />}
    </>
  );
}
