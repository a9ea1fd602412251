import { useSignal } from '@preact/signals';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import { RequestFailed } from '../request.ts';
import { useShell, type Organization } from '../shell/shell.ts';
import { PolicyFields } from './policy-fields.tsx';
import { saveSettings } from './save-settings.ts';
import { editIn, faultsOf } from './settings-edit.ts';

/** All an organization decides for itself, in one form. What others saved meanwhile is never overwritten unasked. */
export function SettingsForm({
  organization,
  etag,
  reload,
  isReadOnly,
}: {
  organization: Organization;
  etag: string | null;
  reload: () => Promise<void>;
  isReadOnly: boolean;
}) {
  const shell = useShell();
  const task = useTask();
  const isStale = useSignal(false);
  const faults = useSignal<Record<string, string>>({});
  const { settings } = organization;

  const save = async (form: HTMLFormElement, over: string | null) => {
    const edit = editIn(new FormData(form));
    faults.value = edit.faults;
    if (!edit.body) return;
    const { body } = edit;
    isStale.value = false;
    const isDone = await task.run(async () => {
      try {
        await saveSettings(organization.id, over, body);
      } catch (error) {
        isStale.value = error instanceof RequestFailed && error.code === 'STALE';
        if (error instanceof RequestFailed) faults.value = faultsOf(error);
        throw error;
      }
    });
    if (!isDone) return;
    shell.toasts.tell('Saved.');
    await Promise.all([shell.reloadOrganizations(), reload()]);
  };

  const fault = (pointer: string) => faults.value[pointer];
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        void save(event.currentTarget, etag);
      }}
    >
      <fieldset class="stack" disabled={isReadOnly}>
        <legend>What it is called</legend>
        <FormField id="org-name" label="Name" fault={fault('/name')}>
          {(field) => (
            <input
              {...field}
              class="input"
              name="name"
              required
              maxLength={100}
              defaultValue={organization.name}
            />
          )}
        </FormField>
        <FormField
          id="org-slug"
          label="Short name"
          hint="How it reads in addresses: small letters, digits and hyphens."
          fault={fault('/slug')}
        >
          {(field) => (
            <input
              {...field}
              class="input"
              name="slug"
              required
              maxLength={50}
              defaultValue={organization.slug}
            />
          )}
        </FormField>
        <FormField id="org-description" label="Description" fault={fault('/description')}>
          {(field) => (
            <textarea {...field} class="input" name="description" maxLength={2000} rows={2}>
              {organization.description ?? ''}
            </textarea>
          )}
        </FormField>
      </fieldset>
      <PolicyFields settings={settings} isReadOnly={isReadOnly} fault={fault} />
      {isStale.value ? (
        <Stale reload={reload} />
      ) : (
        task.failure.value && <Failure error={task.failure.value} />
      )}
      {!isReadOnly && (
        <div class="row">
          <button type="submit" class="button primary" aria-busy={task.isBusy.value}>
            Save changes
          </button>
          {isStale.value && (
            <button
              type="button"
              class="button"
              onClick={(event) => event.currentTarget.form && void save(event.currentTarget.form, null)}
            >
              Save mine all the same
            </button>
          )}
        </div>
      )}
    </form>
  );
}

const Stale = ({ reload }: { reload: () => Promise<void> }) => (
  <div class="notice bad" role="alert">
    <p>Somebody else changed these settings while you did. Nothing of theirs is overwritten yet.</p>
    <button type="button" class="button" onClick={() => void reload()}>
      Take theirs
    </button>
  </div>
);
