import { api, type Shape } from '#client/api/client.ts';
import { answerOf } from '../request.ts';
import { over } from '../save-task.ts';

/** Saves the settings; with `etag` only over the version that was seen. */
export const saveSettings = (id: string, etag: string | null, body: Shape<'OrganizationEdit'>) =>
  answerOf(
    api.PATCH('/api/organizations/{organizationId}', {
      params: { path: { organizationId: id } },
      headers: over(etag),
      body,
    }),
  );
