import { describe, expect, it } from 'vitest';
import { createJobs, jobNews, type Job } from '#client/ui/jobs.ts';

const upload = (more: Partial<Job> = {}): Job => ({
  id: 'a',
  label: 'film.mp4',
  state: 'running',
  stage: 'Uploading',
  share: 0,
  actions: [],
  ...more,
});

describe('long work', () => {
  it('is said aloud when it starts, at each quarter and when its stage changes, and not in between', () => {
    const said: string[] = [];
    const jobs = createJobs((sentence) => said.push(sentence));
    for (const share of [0, 0.1, 0.2, 0.26, 0.3, 0.49, 0.5, 1]) jobs.put(upload({ share }));
    jobs.put(upload({ state: 'done', stage: 'Ready', share: 1 }));
    expect(said).toEqual([
      'film.mp4: Uploading, 0 %',
      'film.mp4: Uploading, 25 %',
      'film.mp4: Uploading, 50 %',
      'film.mp4: Uploading, 100 %',
      'film.mp4: Ready',
    ]);
  });

  it('says why it failed', () => {
    const failed = upload({
      state: 'failed',
      stage: 'Failed',
      failure: { message: 'The file is not a video.' },
    });
    expect(jobNews(upload(), failed)).toBe('film.mp4 failed. The file is not a video.');
  });

  it('keeps its place in the list as it goes on, and leaves it when it is removed', () => {
    const jobs = createJobs(() => undefined);
    jobs.put(upload());
    jobs.put(upload({ id: 'b', label: 'two.mp4' }));
    jobs.put(upload({ share: 0.5 }));
    jobs.remove('b');
    expect(jobs.all.value).toEqual([upload({ share: 0.5 })]);
  });
});
