import { useSignal } from '@preact/signals';
import { v7 as uuidv7 } from 'uuid';
import { api } from '#client/api/client.ts';
import { CopyButton } from '#client/ui/copy-button.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../../request.ts';
import { useShell, type Organization } from '../../shell/shell.ts';
import { useVideoEdit } from '../details/use-video-edit.ts';
import { FIELD_LABELS, type Video } from '../details/video-edit.ts';
import { VisibilityField } from '../details/video-fields.tsx';
import { showField } from '../details/show-field.ts';
import { ConflictNotice } from '../saving/conflict-notice.tsx';
import { SaveLine } from '../saving/save-line.tsx';
import { VideoFrame, type FramedVideo } from '../video-frame.tsx';
import { EmbedSection } from './embed-section.tsx';
import { LinksSection } from './links-section.tsx';
import { policyWords } from './policy-words.ts';

export const SharingPage = () => (
  <VideoFrame section="Sharing">{(framed) => <Sharing key={framed.video.id} framed={framed} />}</VideoFrame>
);

/** Who may watch, by what link, on which page, and together. */
function Sharing({ framed }: { framed: FramedVideo }) {
  const video = useSignal<Video>(framed.video);
  const edit = useVideoEdit(framed, (newer) => (video.value = newer));
  const organizations = useShell().organizations.value;
  const organization =
    organizations.stage === 'loaded'
      ? organizations.data.find(({ id }) => id === video.value.organizationId)
      : undefined;
  return (
    <div class="studio-columns">
      <div class="stack sections">
        <section class="stack" aria-labelledby="visibility-heading">
          <h2 id="visibility-heading">Visibility</h2>
          <SaveLine of={edit} />
          <ConflictNotice of={edit} labels={FIELD_LABELS} show={showField} />
          <VisibilityField of={edit} prefix="video" />
          <Address video={video.value} />
        </section>
        <EmbedSection video={video.value} edit={edit} organization={organization} />
        <Screening video={video.value} />
      </div>
      <div class="stack">
        <Policy organization={organization} />
        <LinksSection videoId={video.value.id} />
      </div>
    </div>
  );
}

function Address({ video }: { video: Video }) {
  const address = new URL(`/v/${video.shortId}`, location.origin).href;
  return (
    <div class="field">
      <label for="video-address">Address</label>
      <div class="address-row">
        <input
          id="video-address"
          class="input"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton text={address} what="Address" />
      </div>
    </div>
  );
}

function Policy({ organization }: { organization: Organization | undefined }) {
  const words = organization ? policyWords(organization) : [];
  if (!organization || words.length === 0) return null;
  return (
    <div class="notice">
      <p>{organization.name} asks of links:</p>
      <ul>
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

/** Watching together: starts at the beginning, and leads there. */
function Screening({ video }: { video: Video }) {
  const task = useTask();
  const start = () =>
    task.run(async () => {
      const { screening } = await answerOf(
        api.POST('/api/videos/{id}/screenings', {
          params: { path: { id: video.id } },
          body: { id: uuidv7() },
        }),
      );
      location.assign(`/s/${screening.shortId}`);
    });
  return (
    <section class="stack" aria-labelledby="screening-heading">
      <h2 id="screening-heading">Watch together</h2>
      <p class="small muted">
        All who come by a screening’s link see the same frame at the same time; you invite them from there.
      </p>
      {task.failure.value && <Failure error={task.failure.value} />}
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={!video.hlsUrl}
          aria-busy={task.isBusy.value}
          onClick={() => void start()}
        >
          Start a screening
        </button>
        {!video.hlsUrl && <span class="small muted">As soon as its file is here.</span>}
      </div>
    </section>
  );
}
