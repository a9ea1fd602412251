import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

/** Requests to the database since the test began to count. */
let trips = 0;
const reallyFetch = globalThis.fetch;
beforeEach(() => {
  vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) => {
    trips += 1;
    return reallyFetch(...args);
  });
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['/api/me', 0],
  ['/healthz', 0],
  ['/api/videos', 1],
  ['/api/videos/{id}', 1],
  ['/api/videos/{id}/chapters', 1],
])('GET %s asks the database %i times, whoever asks', async (path, most) => {
  const ada = await signUp('Ada');
  const video = await makeVideo(ada);
  for (const visitor of [ada, await comeInAs('Grace'), new Visitor()]) {
    trips = 0;
    expect((await visitor.get(path.replace('{id}', video.shortId))).status).toBe(200);
    expect(trips).toBe(most);
  }
});
