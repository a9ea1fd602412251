import { signal, type ReadonlySignal } from '@preact/signals';
import type { Told } from './told.ts';

/** One long work as it is shown: an upload, a render, an export, a deletion of many. */
export interface Job {
  id: string;
  /** What is worked on, such as the file's name. */
  label: string;
  state: 'running' | 'paused' | 'waiting' | 'done' | 'failed';
  /** In words: "Uploading", "Preparing". */
  stage: string;
  /** 0–1; null where nobody knows how much there is. */
  share: number | null;
  /** "3.2 of 9.8 GB · 41 MB/s · 2 min left" */
  detail?: string | undefined;
  failure?: Told | undefined;
  /** The path of the page that shows it at length: there the tray leaves it out. */
  place?: string | undefined;
  /** Where the result is, once there is one. */
  href?: string | undefined;
  actions: readonly JobAction[];
}

export interface JobAction {
  label: string;
  act: () => void;
  isDanger?: boolean;
}

export interface Jobs {
  readonly all: ReadonlySignal<readonly Job[]>;
  /** Puts in a job, or its newer state; says what is news about it. */
  put(job: Job): void;
  remove(id: string): void;
}

/** Long work under way anywhere in the application, oldest first. `speak` is the page's live region. */
export function createJobs(speak: (sentence: string) => void): Jobs {
  const all = signal<readonly Job[]>([]);
  return {
    all,
    put(job) {
      const before = all.value.find(({ id }) => id === job.id);
      const news = jobNews(before, job);
      if (news) speak(news);
      all.value = before ? all.value.map((each) => (each.id === job.id ? job : each)) : [...all.value, job];
    },
    remove(id) {
      all.value = all.value.filter((job) => job.id !== id);
    },
  };
}

/** What of a job's change is said aloud: a new stage, a new quarter, and how it ended; undefined for the rest. */
export function jobNews(before: Job | undefined, now: Job): string | undefined {
  if (before?.state === now.state && before.stage === now.stage && quarterOf(before) === quarterOf(now))
    return undefined;
  if (now.state === 'failed') return `${now.label} failed. ${now.failure?.message ?? ''}`.trim();
  const quarter = quarterOf(now);
  const isUnderWay = now.state === 'running' && quarter !== undefined;
  return isUnderWay ? `${now.label}: ${now.stage}, ${quarter} %` : `${now.label}: ${now.stage}`;
}

const quarterOf = ({ share }: Job): number | undefined =>
  share === null ? undefined : Math.floor(share * 4) * 25;
