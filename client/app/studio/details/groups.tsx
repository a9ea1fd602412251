import { api } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useResource } from '#client/ui/resource.ts';
import { useTask } from '#client/ui/task.ts';
import { listChannels, listSeries } from '../../library/organization-parts.ts';
import { appendToSeries, loadSeries, orderSeries } from '../../library/series-videos.ts';
import { answerOf } from '../../request.ts';
import { useShell } from '../../shell/shell.ts';
import { createLatest, type Latest } from '../saving/latest.ts';
import type { Video, VideoAutosave } from './video-edit.ts';

/** What the video is grouped by: channel and series of its organization, categories of the product. */
export function Groups({
  video,
  edit,
  onChanged,
}: {
  video: Video;
  edit: VideoAutosave;
  onChanged: () => void;
}) {
  const parts = useResource(async (signal) => {
    const { organizationId } = video;
    const [channels, series] = await Promise.all([
      listChannels(organizationId, signal).catch(() => []),
      listSeries(organizationId, signal).catch(() => []),
    ]);
    return { channels, series };
  }, video.organizationId);
  return (
    <Awaited of={parts}>
      {({ channels, series }) => (
        <>
          {channels.length > 0 && (
            <FormField id="video-channel" label="Channel">
              {(binding) => (
                <select
                  {...binding}
                  class="input"
                  value={edit.draft.value.channelId ?? ''}
                  onChange={(event) => edit.change({ channelId: event.currentTarget.value || null })}
                >
                  <option value="">None</option>
                  {channels.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
          )}
          {series.length > 0 && <SeriesField video={video} series={series} onChanged={onChanged} />}
        </>
      )}
    </Awaited>
  );
}

/** Being in a series is written in the series, by its administrators: done at once. */
function SeriesField({
  video,
  series,
  onChanged,
}: {
  video: Video;
  series: readonly { id: string; name: string }[];
  onChanged: () => void;
}) {
  const task = useTask();
  const organizations = useShell().organizations.value;
  const role =
    organizations.stage === 'loaded'
      ? organizations.data.find(({ id }) => id === video.organizationId)?.role
      : undefined;
  const mayArrange = role === 'OWNER' || role === 'ADMIN';
  const choose = (seriesId: string) =>
    task.run(async () => {
      if (seriesId !== '') {
        const [outcome] = await appendToSeries(seriesId, [video.id]);
        if (outcome && !outcome.isDone) throw new Error(outcome.detail ?? 'That did not work.');
      } else if (video.seriesId) {
        const { videos, etag } = await loadSeries(video.seriesId);
        const rest = videos.map(({ id }) => id).filter((id) => id !== video.id);
        await orderSeries(video.seriesId, rest, etag);
      }
      onChanged();
    });
  return (
    <>
      <FormField
        id="video-series"
        label="Series"
        hint={
          mayArrange ? 'It goes to the end; order it on the series’ page.' : 'Administrators arrange series.'
        }
      >
        {(binding) => (
          <select
            {...binding}
            class="input"
            disabled={!mayArrange}
            aria-busy={task.isBusy.value}
            value={video.seriesId ?? ''}
            onChange={(event) => void choose(event.currentTarget.value)}
          >
            <option value="">None</option>
            {series.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {task.failure.value && <Failure error={task.failure.value} />}
    </>
  );
}

/** Of the product, the same for everybody; a box is saved when it is ticked. */
export function Categories({ videoId }: { videoId: string }) {
  const task = useTask();
  const path = { id: videoId };
  const loaded = useResource(async (signal) => {
    const [all, mine] = await Promise.all([
      answerOf(api.GET('/api/categories', { signal })),
      answerOf(api.GET('/api/videos/{id}/categories', { params: { path }, signal })),
    ]);
    const chosen = createLatest<ReadonlySet<string>>(new Set(mine.items.map(({ id }) => id)), (ids) =>
      answerOf(api.PUT('/api/videos/{id}/categories', { params: { path }, body: { categoryIds: [...ids] } })),
    );
    return { all: all.items, chosen };
  }, videoId);
  const toggle = (chosen: Latest<ReadonlySet<string>>, id: string, isIn: boolean) => {
    const others = [...chosen.value.peek()].filter((each) => each !== id);
    const saved = chosen.put(new Set(isIn ? [...others, id] : others));
    void task.run(() => saved);
  };
  return (
    <Awaited of={loaded}>
      {({ all, chosen }) =>
        all.length > 0 && (
          <fieldset class="categories">
            <legend class="small">Categories</legend>
            {all.map(({ id, name }) => (
              <label key={id} class="check">
                <input
                  type="checkbox"
                  checked={chosen.value.value.has(id)}
                  onChange={(event) => toggle(chosen, id, event.currentTarget.checked)}
                />
                {name}
              </label>
            ))}
            {task.failure.value && <Failure error={task.failure.value} />}
          </fieldset>
        )
      }
    </Awaited>
  );
}
