import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso/router';
import { Failure } from '#client/ui/failure.tsx';
import { useTask } from '#client/ui/task.ts';
import { useShell } from '../../shell/shell.ts';
import { ConflictNotice } from '../saving/conflict-notice.tsx';
import { SaveLine } from '../saving/save-line.tsx';
import { VideoFrame, type FramedVideo } from '../video-frame.tsx';
import { Categories, Groups } from './groups.tsx';
import { OrganizationField } from './organization-field.tsx';
import { PosterSection } from './poster-section.tsx';
import { showField } from './show-field.ts';
import { moveToTrash } from './trash.ts';
import { useVideoEdit } from './use-video-edit.ts';
import { Versions } from './versions.tsx';
import { FIELD_LABELS, type Video } from './video-edit.ts';
import { DescriptionField, TagsField, TitleField, VisibilityField } from './video-fields.tsx';

export const DetailsPage = () => (
  <VideoFrame section="Details">{(framed) => <Details key={framed.video.id} framed={framed} />}</VideoFrame>
);

/** All that is said about a video; what is written saves itself. */
function Details({ framed }: { framed: FramedVideo }) {
  const video = useSignal<Video>(framed.video);
  const edit = useVideoEdit(framed, (newer) => (video.value = newer));
  const look = () => void edit.look();
  return (
    <div class="studio-columns">
      <div class="stack">
        <SaveLine of={edit} />
        <ConflictNotice of={edit} labels={FIELD_LABELS} show={showField} />
        <TitleField of={edit} prefix="video" />
        <DescriptionField of={edit} prefix="video" />
        <VisibilityField of={edit} prefix="video" />
        <TagsField of={edit} prefix="video" />
        <Groups video={video.value} edit={edit} onChanged={look} />
        <Categories videoId={video.value.id} />
        <OrganizationField video={video.value} prefix="video" onMoved={look} />
      </div>
      <div class="stack sections">
        <PosterSection video={video.value} onChanged={look} />
        <Versions video={video.value} />
        <Deletion video={video.value} />
      </div>
    </div>
  );
}

function Deletion({ video }: { video: Video }) {
  const shell = useShell();
  const { route } = useLocation();
  const task = useTask();
  const remove = () =>
    task.run(async () => {
      await moveToTrash(shell, video, () => route(`/studio/v/${video.shortId}`));
      route('/library');
    });
  return (
    <section class="stack danger-zone" aria-labelledby="delete-heading">
      <h2 id="delete-heading">Delete</h2>
      <p class="small muted">
        It goes to the trash with its comments and links, and can be brought back from there for 30 days.
      </p>
      {task.failure.value && <Failure error={task.failure.value} />}
      <div class="row">
        <button
          type="button"
          class="button danger"
          aria-busy={task.isBusy.value}
          onClick={() => void remove()}
        >
          Move to the trash
        </button>
      </div>
    </section>
  );
}
