import { expect } from 'vitest';
import { named, type Operation } from './operations.ts';

/** The answer is one the description announces; a failure is a problem with a code, and never ours. Gives its text. */
export async function expectAnnounced(operation: Operation, answer: Response, by = ''): Promise<string> {
  const said = `${named(operation)}${by && ` by ${by}`} → ${answer.status}`;
  const text = await answer.text();
  expect(answer.status, `${said} ${text.slice(0, 300)}`).toBeLessThan(500);
  expect(Object.keys(operation.responses), `${said} ${text.slice(0, 300)}`).toContain(String(answer.status));
  if (answer.status < 400) return text;
  expect(answer.headers.get('content-type'), said).toBe('application/problem+json');
  expect(JSON.parse(text), said).toEqual({
    type: expect.stringMatching(/^urn:lockstep:problem:/),
    title: expect.any(String),
    status: answer.status,
    detail: expect.stringMatching(/\w/),
    instance: answer.headers.get('x-request-id'),
    code: expect.stringMatching(/^[A-Z_]+$/),
    errors: expect.any(Array),
  });
  return text;
}
