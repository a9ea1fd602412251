import { expect, test } from 'vitest';
import { PASSWORD, signUpByMail, Visitor } from '../../support/workers/visitor.ts';

test('people sign up and in at once, each undisturbed by the others', async () => {
  const people = await Promise.all(['Ada', 'Grace', 'Edsger', 'Barbara'].map((name) => signUpByMail(name)));
  expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  const answers = await Promise.all(
    people.map(({ email }) => new Visitor().post('/api/auth/sign-in/email', { email, password: PASSWORD })),
  );
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
});
