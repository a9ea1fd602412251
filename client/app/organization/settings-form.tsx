import type { Shape } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { EditForm } from '../edit-form.tsx';
import type { Seen } from '../save-task.ts';
import { useShell, type Organization } from '../shell/shell.ts';
import { PolicyFields } from './policy-fields.tsx';
import { saveSettings } from './save-settings.ts';
import { editIn } from './settings-edit.ts';

/** All an organization decides for itself, in one form. */
export function SettingsForm({
  seen,
  reload,
  isReadOnly,
}: {
  seen: Seen<Organization>;
  reload: () => Promise<void>;
  isReadOnly: boolean;
}) {
  const shell = useShell();
  return (
    <EditForm
      what="What is set here"
      seen={seen}
      read={editIn}
      put={(body: Shape<'OrganizationEdit'>, etag) => saveSettings(seen.data.id, etag, body)}
      reload={() => Promise.all([shell.reloadOrganizations(), reload()]).then(() => undefined)}
      isReadOnly={isReadOnly}
    >
      {(organization, fault) => (
        <SettingsFields organization={organization} isReadOnly={isReadOnly} fault={fault} />
      )}
    </EditForm>
  );
}

const SettingsFields = ({
  organization,
  isReadOnly,
  fault,
}: {
  organization: Organization;
  isReadOnly: boolean;
  fault: (pointer: string) => string | undefined;
}) => (
  <>
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
    <PolicyFields settings={organization.settings} isReadOnly={isReadOnly} fault={fault} />
  </>
);
