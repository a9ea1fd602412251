import { useSignal } from '@preact/signals';
import { api, type Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { momentOf } from '#client/ui/dates.ts';
import { FormField } from '#client/ui/form-field.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList } from '#client/ui/page-list.ts';
import { answerOf } from '../../request.ts';
import { nameOf, type Link } from '../../watch/links/link-words.ts';

/** Who came by which link, and when. */
export function ViewLog({ videoId, links }: { videoId: string; links: readonly Link[] }) {
  const chosen = useSignal<string | null>(null);
  const isOpen = useSignal(false);
  const linkId = chosen.value ?? links[0]?.id;
  return (
    <details onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>Who opened them</summary>
      {isOpen.value && linkId !== undefined && (
        <div class="stack view-log">
          <FormField id="log-link" label="Link">
            {(binding) => (
              <select
                {...binding}
                class="input"
                value={linkId}
                onChange={(event) => (chosen.value = event.currentTarget.value)}
              >
                {links.map((link) => (
                  <option key={link.id} value={link.id}>
                    {nameOf(link)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
          <Openings key={linkId} videoId={videoId} linkId={linkId} />
        </div>
      )}
    </details>
  );
}

function Openings({ videoId, linkId }: { videoId: string; linkId: string }) {
  const pages = usePageList<Shape<'WatchLinkOpening'>>(
    (cursor, signal) =>
      answerOf(
        api.GET('/api/videos/{id}/links/{linkId}/views', {
          params: { path: { id: videoId, linkId }, query: cursor === undefined ? {} : { cursor } },
          signal,
        }),
      ),
    linkId,
  );
  return (
    <>
      <Awaited of={pages.list}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted small">Nobody has opened it yet.</p>
          ) : (
            <ul class="rows">
              {items.map(({ id, viewer, openedAt, userAgent }) => (
                <li key={id} class="row-item">
                  <div class="row-words">
                    <p>
                      {viewer ? viewer.name : 'Somebody without a name'}
                      {viewer?.isGuest && <span class="muted"> (guest)</span>}
                    </p>
                    <p class="small muted long-words">
                      {momentOf(openedAt)}
                      {userAgent && ` · ${userAgent}`}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Awaited>
      <MoreButton of={pages} />
    </>
  );
}
