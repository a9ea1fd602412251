import { api } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../../request.ts';
import { useShell } from '../../shell/shell.ts';
import type { Video } from './video-edit.ts';

/** Whose the video is; hidden while there is only one's own organization. Moving it is done at once. */
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
  if (organizations.stage !== 'loaded' || organizations.data.length < 2) return null;
  const move = (organizationId: string) =>
    task.run(async () => {
      const params = { path: { id: video.id } };
      await answerOf(api.PUT('/api/videos/{id}/organization', { params, body: { organizationId } }));
      onMoved();
    });
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
            value={video.organizationId}
            aria-busy={task.isBusy.value}
            onChange={(event) => void move(event.currentTarget.value)}
          >
            {organizations.data.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {task.failure.value && <Failure error={task.failure.value} />}
    </>
  );
}
