import { Failure } from './failure.tsx';
import type { Job } from './jobs.ts';

/** The one way long work is shown; what is said aloud of it is `jobNews` (jobs.ts). */
export function JobProgress({ job }: { job: Job }) {
  const percent = job.share === null ? undefined : Math.floor(job.share * 100);
  const words = [job.stage, job.detail].filter(Boolean).join(' · ');
  return (
    <div class="job" data-state={job.state}>
      <p class="job-label">
        {job.href ? <a href={job.href}>{job.label}</a> : <strong>{job.label}</strong>}
        <span class="small muted figures">{words}</span>
      </p>
      {job.state !== 'done' && job.state !== 'failed' && (
        <progress class="progress" max={100} value={percent} aria-label={`${job.label}: ${words}`}>
          {percent === undefined ? words : `${percent} %`}
        </progress>
      )}
      {job.failure && <Failure error={job.failure} />}
      {job.actions.length > 0 && (
        <p class="row">
          {job.actions.map(({ label, act, isDanger }) => (
            <button
              key={label}
              type="button"
              class={isDanger ? 'button plain danger' : 'button'}
              aria-label={`${label}: ${job.label}`}
              onClick={act}
            >
              {label}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
