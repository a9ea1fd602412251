import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { ConflictNotice } from '../saving/conflict-notice.tsx';
import { SaveLine } from '../saving/save-line.tsx';
import { OrganizationField } from '../details/organization-field.tsx';
import { showField } from '../details/show-field.ts';
import { useVideoEdit } from '../details/use-video-edit.ts';
import { FIELD_LABELS, loadVideo, type LoadedVideo, type Video } from '../details/video-edit.ts';
import { TagsField, TitleField, VisibilityField } from '../details/video-fields.tsx';

/** What the video will be called and who may see it: written while its file is on the way. */
export function RowDetails({ videoId, onSeen }: { videoId: string; onSeen: (video: Video) => void }) {
  const loaded = useResource((signal) => loadVideo(videoId, signal), videoId);
  return (
    <Awaited of={loaded}>
      {(data) => <RowForm loaded={data} onSeen={onSeen} onMoved={() => void loaded.reload()} />}
    </Awaited>
  );
}

function RowForm({
  loaded,
  onSeen,
  onMoved,
}: {
  loaded: LoadedVideo;
  onSeen: (video: Video) => void;
  onMoved: () => void;
}) {
  const edit = useVideoEdit(loaded, onSeen);
  const prefix = `row-${loaded.video.shortId}`;
  const moved = () => {
    onMoved();
    void edit.look();
  };
  return (
    <div class="stack">
      <ConflictNotice of={edit} labels={FIELD_LABELS} show={showField} />
      <div class="row-form">
        <TitleField of={edit} prefix={prefix} />
        <VisibilityField of={edit} prefix={prefix} />
        <TagsField of={edit} prefix={prefix} />
        <OrganizationField video={loaded.video} prefix={prefix} onMoved={moved} />
      </div>
      <SaveLine of={edit} />
    </div>
  );
}
