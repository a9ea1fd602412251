import { writeLetter } from '#worker/mail/letter.ts';

const IGNORE = 'If this was not you, you need not do anything.';

export const confirmSignUpMail = (to: string, url: string) =>
  writeLetter(to, {
    subject: 'Confirm your e-mail address',
    paragraphs: ['Welcome to Lockstep. Confirm that this address is yours, and your account is ready.'],
    action: { label: 'Confirm address', url },
    afterword: `The link is good for a day. ${IGNORE} No account is made without it.`,
  });

export const alreadyHereMail = (
  to: string,
  { signInUrl, resetUrl }: { signInUrl: string; resetUrl: string },
) =>
  writeLetter(to, {
    subject: 'You have an account already',
    paragraphs: [
      'Somebody asked for a Lockstep account with this address. There is one already.',
      `If you have forgotten the password, choose a new one: ${resetUrl}`,
    ],
    action: { label: 'Sign in', url: signInUrl },
    afterword: `${IGNORE} Nothing has changed.`,
  });

export const resetMail = (to: string, url: string) =>
  writeLetter(to, {
    subject: 'Choose a new password',
    paragraphs: ['Somebody asked for a new password for your Lockstep account.'],
    action: { label: 'Choose a password', url },
    afterword: `The link is good for an hour. ${IGNORE} Your password stays as it is.`,
  });

export const passwordChangedMail = (to: string, resetUrl: string) =>
  writeLetter(to, {
    subject: 'Your password was changed',
    paragraphs: [
      'The password of your Lockstep account was changed, and everybody else who was signed in to it was signed out.',
    ],
    action: { label: 'This was not me', url: resetUrl },
    afterword: 'If it was you, you need not do anything.',
  });

export const confirmEmailMail = (to: string, url: string) =>
  writeLetter(to, {
    subject: 'Confirm your new e-mail address',
    paragraphs: ['Confirm that this address is yours. From then on you sign in to Lockstep with it.'],
    action: { label: 'Confirm address', url },
    afterword: `The link is good for an hour. ${IGNORE}`,
  });

export const emailTakenMail = (to: string, signInUrl: string) =>
  writeLetter(to, {
    subject: 'You have an account already',
    paragraphs: [
      'Somebody wanted to move a Lockstep account to this address. It belongs to an account already, and stays there.',
    ],
    action: { label: 'Sign in', url: signInUrl },
    afterword: `${IGNORE} Nothing has changed.`,
  });

export const emailChangedMail = (to: string, newEmail: string) =>
  writeLetter(to, {
    subject: 'Your e-mail address was changed',
    paragraphs: [`Your Lockstep account now belongs to ${newEmail}. Mails no longer go to this address.`],
    afterword: 'If this was not you, answer to whoever runs this Lockstep: somebody knows your password.',
  });
