import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { CopyButton } from '#client/ui/copy-button.tsx';
import { useResource } from '#client/ui/resource.ts';
import { answerOf } from '../../request.ts';
import type { Organization } from '../../shell/shell.ts';
import type { Video, VideoAutosave } from '../details/video-edit.ts';
import { EmbedSitesField } from './embed-sites-field.tsx';
import { embedWords } from './policy-words.ts';

/** What is pasted into another page, where the video is to stand. */
export function EmbedSection({
  video,
  edit,
  organization,
}: {
  video: Video;
  edit: VideoAutosave;
  organization: Organization | undefined;
}) {
  const isOpen = video.visibility === 'public' || video.visibility === 'unlisted';
  return (
    <section class="stack" aria-labelledby="embed-heading">
      <h2 id="embed-heading">Embed</h2>
      <EmbedSitesField of={edit} />
      {isOpen && video.hlsUrl && video.embedDomains?.length !== 0 ? (
        <Snippet video={video} />
      ) : (
        <p class="muted small">{whyNot(video)}</p>
      )}
      {organization && edit.draft.value.embedDomains === null && (
        <p class="small muted">
          {embedWords(organization)} <a href={`/org/${organization.id}`}>Change which sites</a>
        </p>
      )}
    </section>
  );
}

function whyNot({ hlsUrl, embedDomains }: Video): string {
  if (!hlsUrl) return 'It can be embedded once its file is here.';
  if (embedDomains?.length === 0) return 'No other site may show it in a frame.';
  return 'A frame on another page shows what anyone may watch. Share the video with anyone with the link first.';
}

function Snippet({ video }: { video: Video }) {
  const url = new URL(`/v/${video.shortId}`, location.origin).href;
  const loaded = useResource(
    (signal) => answerOf(api.GET('/oembed', { params: { query: { url } }, signal })),
    url,
  );
  return (
    <Awaited of={loaded}>
      {({ html }) => (
        <div class="field">
          <label for="embed-html">HTML</label>
          <textarea
            id="embed-html"
            class="input embed-html"
            rows={4}
            readOnly
            spellcheck={false}
            value={html}
            onFocus={(event) => event.currentTarget.select()}
          />
          <div class="row">
            <CopyButton text={html} what="HTML" />
            <a class="button plain" href={`/embed/${video.shortId}`}>
              See it
            </a>
          </div>
        </div>
      )}
    </Awaited>
  );
}
