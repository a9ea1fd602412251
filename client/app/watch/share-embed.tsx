import { useSignal } from '@preact/signals';
import { can } from '#protocol/capability.ts';
import { api } from '#client/api/client.ts';
import { addressOfEmbed, snippetOf } from '#client/embed/embed-address.ts';
import { copyText } from './copy.ts';
import { useWatch } from './watch.ts';

/** What to put into another site's page; who manages the video is told which sites may show it. */
export function ShareEmbed() {
  const { boot } = useWatch();
  const { video, screening } = boot;
  const said = useSignal('');
  const sites = useSignal<readonly string[] | null>(null);
  if (video.visibility !== 'public' && video.visibility !== 'unlisted') return null;
  if (video.embedDomains?.length === 0) return null;
  const address = addressOfEmbed(location.origin, {
    video: video.shortId,
    ...(screening && { screening: screening.shortId }),
  });
  const snippet = snippetOf(address, video.title);
  const copy = async () => {
    said.value = (await copyText(snippet))
      ? 'Copied'
      : 'Your browser did not let us copy. Select the text instead.';
  };
  const readSites = async () => {
    if (sites.value !== null || !can(video.role, 'video.edit')) return;
    if (video.embedDomains) return void (sites.value = video.embedDomains);
    const params = { path: { organizationId: video.organizationId } };
    const { data } = await api.GET('/api/organizations/{organizationId}', { params });
    sites.value = data?.settings.embedDomains ?? null;
  };
  return (
    <details class="share-embed" onToggle={() => void readSites().catch(() => undefined)}>
      <summary>Embed</summary>
      <div class="stack-small">
        <label class="visually-hidden" for="share-embed">
          Code for another site
        </label>
        <textarea
          id="share-embed"
          class="input"
          readOnly
          rows={3}
          spellcheck={false}
          value={snippet}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div class="row">
          <button type="button" class="button" onClick={copy}>
            Copy code
          </button>
          <a class="button plain" href={`/embed/test?video=${video.shortId}`}>
            Try it out
          </a>
        </div>
        {sites.value && <p class="muted small">{wordsFor(sites.value, video.embedDomains !== null)}</p>}
        <p class="muted small" role="status">
          {said.value}
        </p>
      </div>
    </details>
  );
}

const MOST_NAMED = 3;

function wordsFor(sites: readonly string[], isItsOwn: boolean): string {
  if (sites.length === 0)
    return 'No other site may show it yet: your organization’s settings list those that may.';
  if (sites.includes('*')) return 'Any site may show it.';
  const named = sites.slice(0, MOST_NAMED).join(', ');
  const more = sites.length - MOST_NAMED;
  const whose = isItsOwn ? 'the video’s own list says' : 'your organization’s settings say';
  return `Shown on ${named}${more > 0 ? ` and ${more} more` : ''}, as ${whose}.`;
}
