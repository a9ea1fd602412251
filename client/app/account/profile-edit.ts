import type { Shape } from '#client/api/client.ts';

/** What the form says: an emptied field is told as null, so that it is emptied there, too. */
export function profileEditIn(form: FormData): Shape<'MeEdit'> {
  const text = (name: string): string | null => String(form.get(name) ?? '').trim() || null;
  return {
    name: text('name') ?? '',
    username: text('username'),
    givenName: text('givenName'),
    familyName: text('familyName'),
    avatarUrl: text('avatarUrl'),
    bio: text('bio'),
  };
}
