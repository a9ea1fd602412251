import { vi } from 'vitest';

/**
 * Answers what a page asks of its own origin, until `vi.unstubAllGlobals()`. Import what asks after this: pure tests
 * share a process, and a client of the interface that an earlier file made keeps the globals of its day.
 */
export function answerPageRequests(answer: (asked: Request) => Promise<Response>): void {
  vi.resetModules();
  const RequestOfPage = class extends Request {
    constructor(input: string, init?: RequestInit) {
      super(new URL(input, 'https://lockstep.test'), init);
    }
  };
  vi.stubGlobal('Request', RequestOfPage);
  vi.stubGlobal('fetch', (asked: Request | string) =>
    answer(typeof asked === 'string' ? new RequestOfPage(asked) : asked),
  );
}
