import { useLocation } from 'preact-iso/router';
import { JobProgress } from '#client/ui/job-progress.tsx';
import { useShell } from './shell.ts';

/** All long work under way, wherever in the application one is; folded unless one looks. */
export function JobTray() {
  const { path } = useLocation();
  const jobs = useShell().jobs.all.value.filter(({ place }) => place !== path);
  if (jobs.length === 0) return null;
  const running = jobs.filter(({ state }) => state !== 'done' && state !== 'failed').length;
  const failed = jobs.filter(({ state }) => state === 'failed').length;
  const words = [running > 0 && `${running} under way`, failed > 0 && `${failed} failed`].filter(Boolean);
  return (
    <details class="job-tray">
      <summary>{words.length > 0 ? words.join(', ') : 'All done'}</summary>
      <div class="stack">
        {jobs.map((job) => (
          <JobProgress key={job.id} job={job} />
        ))}
      </div>
    </details>
  );
}
