import { z } from '@hono/zod-openapi';
import { PersonName } from './guest.ts';

export const Email = z
  .email('This is not an e-mail address.')
  .max(254)
  .toLowerCase()
  .openapi({ example: 'ada@example.com' });

export const NewPassword = z
  .string()
  .min(8, 'A password has at least 8 characters.')
  .max(128)
  .openapi({ example: 'correct horse battery' });

/** One that exists: whatever its length, it is right or wrong. */
export const Password = z.string().min(1).max(128).openapi({ example: 'correct horse battery' });

/** What a link in a mail carries. */
export const LinkToken = z
  .string()
  .min(1)
  .max(200)
  .openapi({ example: '019aa0c0-0000-7000-8000-000000000001.bm90IGEgc2VjcmV0LCBhbiBleGFtcGxl' });

/** A path of this site to go on to; never another site. */
export const NextPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'Give a path of this site.')
  .openapi({ example: '/upload' });

export const SignUp = z
  .object({ name: PersonName, email: Email, password: NewPassword, next: NextPath.optional() })
  .openapi('SignUp');
export const SignIn = z.object({ email: Email, password: Password }).openapi('SignIn');
export const EmailOnly = z.object({ email: Email }).openapi('EmailOnly');
export const Confirmation = z
  .object({
    token: LinkToken,
    password: Password.optional().openapi({
      description: 'Asked of any other browser than the one that signed up.',
    }),
  })
  .openapi('Confirmation');

export const Signed = z
  .object({ user: z.object({ id: z.uuid(), name: z.string(), email: z.string() }) })
  .openapi('Signed');
/** The same whether or not the address is known. */
export const MailSent = z.object({ email: z.string() }).openapi('MailSent');
