import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { Failure } from '#client/ui/failure.tsx';
import { useTask } from '#client/ui/task.ts';
import { answerOf } from '../../request.ts';
import { useShell } from '../../shell/shell.ts';
import { StudioPlayer } from '../studio-player.tsx';
import { jpegOf } from './picture-file.ts';
import type { Video } from './video-edit.ts';

/** What stands for the video in lists and links: a frame of it, or a picture of one's own. */
export function PosterSection({ video, onChanged }: { video: Video; onChanged: () => void }) {
  const player = useSignal<LockstepPlayer | null>(null);
  const { announcer } = useShell();
  const task = useTask();
  const put = (source: HTMLVideoElement | File) =>
    task.run(async () => {
      const picture = await jpegOf(source);
      await answerOf(
        api.PUT('/api/videos/{id}/poster', {
          params: { path: { id: video.id } },
          headers: { 'content-type': 'image/jpeg' },
          body: '',
          bodySerializer: () => picture,
        }),
      );
      announcer.say('The poster is changed.');
      onChanged();
    });
  const takeFrame = () => {
    const shown = player.value?.video;
    if (shown && shown.videoWidth > 0) void put(shown);
    else void task.run(() => Promise.reject(new Error('Play or seek first: there is no frame on show yet.')));
  };
  return (
    <section class="stack" aria-labelledby="poster-heading">
      <h2 id="poster-heading">Picture</h2>
      <StudioPlayer video={video} onPlayer={(each) => (player.value = each)} />
      <div class="poster-row">
        {video.thumbnailUrl ? (
          <img class="poster" src={video.thumbnailUrl} alt="The poster as it is now" />
        ) : (
          <p class="muted small">There is no poster yet.</p>
        )}
        <div class="stack tight-stack">
          {video.hlsUrl && (
            <button type="button" class="button" aria-busy={task.isBusy.value} onClick={takeFrame}>
              Use the frame on show as poster
            </button>
          )}
          <div class="field">
            <label for="poster-file">
              {video.hlsUrl ? 'Or a picture of your own' : 'A picture of your own'}
            </label>
            <input
              id="poster-file"
              class="input"
              type="file"
              accept="image/jpeg,image/png,image/webp"
              onChange={({ currentTarget }) => {
                const file = currentTarget.files?.[0];
                if (file) void put(file);
              }}
            />
          </div>
        </div>
      </div>
      {task.failure.value && <Failure error={task.failure.value} />}
    </section>
  );
}
