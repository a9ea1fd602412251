import { useSignal } from '@preact/signals';
import { FormField } from '#client/ui/form-field.tsx';
import { HOSTS_HINT, hostsFault, hostsIn } from '#client/ui/host-names.ts';
import type { VideoAutosave } from '../details/video-edit.ts';

const CHOICES = {
  organization: 'Those its organization allows',
  none: 'No other site',
  own: 'Only those listed here',
} as const;
type Choice = keyof typeof CHOICES;

const choiceOf = (sites: readonly string[] | null): Choice =>
  sites === null ? 'organization' : sites.length === 0 ? 'none' : 'own';

/** Which sites may show the video in a frame. */
export function EmbedSitesField({ of }: { of: VideoAutosave }) {
  const sites = of.draft.value.embedDomains;
  // A list is one's own as soon as there is a site on it: until then nothing is changed.
  const isListing = useSignal(false);
  const choice = isListing.value ? 'own' : choiceOf(sites);
  const choose = (chosen: string) => {
    isListing.value = chosen === 'own';
    if (chosen === 'organization') of.change({ embedDomains: null });
    if (chosen === 'none') of.change({ embedDomains: [] });
  };
  return (
    <>
      <FormField id="embed-sites" label="Sites that may embed it">
        {(field) => (
          <select
            {...field}
            class="input"
            value={choice}
            onChange={({ currentTarget: { value } }) => choose(value)}
          >
            {Object.entries(CHOICES).map(([key, words]) => (
              <option key={key} value={key}>
                {words}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {choice === 'own' && (
        <ListField sites={sites ?? []} onList={(embedDomains) => of.change({ embedDomains })} />
      )}
    </>
  );
}

/** What is typed stays as it is typed, and is taken once one leaves it. */
function ListField({ sites, onList }: { sites: readonly string[]; onList: (sites: string[]) => void }) {
  const typed = useSignal<string | null>(null);
  const fault = hostsFault(typed.value === null ? sites : hostsIn(typed.value));
  return (
    <FormField id="embed-list" label="Sites" hint={HOSTS_HINT} fault={fault}>
      {(field) => (
        <textarea
          {...field}
          class="input"
          rows={3}
          spellcheck={false}
          value={typed.value ?? sites.join('\n')}
          onInput={({ currentTarget: { value } }) => (typed.value = value)}
          onBlur={() => {
            const hosts = hostsIn(typed.peek() ?? '');
            if (typed.peek() === null || hostsFault(hosts) !== undefined) return;
            typed.value = null;
            onList([...new Set(hosts.map((host) => host.toLowerCase()))]);
          }}
        />
      )}
    </FormField>
  );
}
