import { useLocation } from 'preact-iso/router';
import { api } from '#client/api/client.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Icon } from '#client/ui/app-icon.tsx';
import { useResource } from '#client/ui/resource.ts';
import { useTask } from '#client/ui/task.ts';
import { Failure } from '#client/ui/failure.tsx';
import { answerOf } from '../request.ts';
import { useShell } from '../shell/shell.ts';

/** The first thing one sees here: what to do, and something to look at meanwhile. */
export function NoVideos() {
  const shell = useShell();
  const { route } = useLocation();
  const task = useTask();
  const add = () =>
    task.run(async () => {
      await (await import('./add-sample.ts')).addSample(shell);
      route('/studio/upload');
    });
  const demo = useResource(findDemo, '');
  const state = demo.state.value;
  const shortId = state.stage === 'loaded' ? state.data : null;
  return (
    <EmptyState sentence="Your videos will be here: uploaded once, watched together on the same frame.">
      <div class="row">
        <a class="button primary" href="/studio/upload">
          <Icon name="upload" />
          Upload your first video
        </a>
        <button type="button" class="button" aria-busy={task.isBusy.value} onClick={() => void add()}>
          Add a sample
        </button>
        {shortId && (
          <a class="button" href={`/v/${shortId}`}>
            Look at the demo
          </a>
        )}
      </div>
      {task.failure.value && <Failure error={task.failure.value} />}
      <p class="small muted">
        Or drop files anywhere on this page. The sample is a minute long, and each of its frames shows its
        number.
      </p>
    </EmptyState>
  );
}

/** The open video that has been tagged as the demo for longest; none where the product has none. */
async function findDemo(signal: AbortSignal): Promise<string | null> {
  const { items } = await answerOf(
    api.GET('/api/videos', { params: { query: { freeTag: 'demo', sort: 'oldest', limit: 1 } }, signal }),
  );
  return items[0]?.shortId ?? null;
}
