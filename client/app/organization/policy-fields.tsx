import type { Shape } from '#client/api/client.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { HOSTS_HINT } from '#client/ui/host-names.ts';

/** Who may embed, who comes by links, and how long things are kept. */
export const PolicyFields = ({
  settings,
  isReadOnly,
  fault,
}: {
  settings: Shape<'OrganizationSettings'>;
  isReadOnly: boolean;
  fault: (pointer: string) => string | undefined;
}) => (
  <>
    <fieldset class="stack" disabled={isReadOnly}>
      <legend>Embedding</legend>
      <FormField
        id="org-hosts"
        label="Sites that may embed its videos"
        hint={`${HOSTS_HINT} None: no site but this one. A video may have a list of its own.`}
        fault={fault('/settings/embedDomains')}
      >
        {(field) => (
          <textarea {...field} class="input" name="embedDomains" rows={2}>
            {settings.embedDomains?.join('\n') ?? ''}
          </textarea>
        )}
      </FormField>
    </fieldset>
    <fieldset class="stack" disabled={isReadOnly}>
      <legend>Watch links</legend>
      <FormField id="org-guests" label="Who may come by a watch link">
        {(field) => (
          <select {...field} class="input" name="guests" value={settings.linkPolicy?.guests ?? 'anyone'}>
            <option value="anyone">Anyone who has it</option>
            <option value="named">Whoever gives a name</option>
            <option value="accounts">Accounts only</option>
          </select>
        )}
      </FormField>
      <label class="check">
        <input
          type="checkbox"
          name="isPasswordRequired"
          defaultChecked={settings.linkPolicy?.isPasswordRequired ?? false}
        />
        Every watch link asks for a password
      </label>
      <DaysField
        id="org-longest"
        name="longestDays"
        label="Days a watch link is good at most"
        hint="Empty: as long as its maker likes."
        days={settings.linkPolicy?.longestDays}
        fault={fault('/settings/linkPolicy/longestDays')}
      />
    </fieldset>
    <fieldset class="stack" disabled={isReadOnly}>
      <legend>Keeping</legend>
      <DaysField
        id="org-archive"
        name="archiveAfterDays"
        label="Days without a change after which videos are archived"
        hint="At least 30. Empty: never. What is archived is out of the lists and can be brought back."
        days={settings.retention?.archiveAfterDays}
        fault={fault('/settings/retention/archiveAfterDays')}
      />
    </fieldset>
  </>
);

/** A number of days; empty for none. */
const DaysField = ({
  name,
  days,
  ...labelled
}: {
  id: string;
  name: string;
  label: string;
  hint: string;
  days: number | null | undefined;
  fault: string | undefined;
}) => (
  <FormField {...labelled}>
    {(field) => (
      <input
        {...field}
        class="input figures"
        name={name}
        inputMode="numeric"
        maxLength={5}
        defaultValue={String(days ?? '')}
      />
    )}
  </FormField>
);
