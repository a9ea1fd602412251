import { api } from '#client/api/client.ts';

/**
 * Says that somebody watches by a watch link, for who manages it: once they do, not for each program that reads the page.
 * Nobody in particular, as a frame of another site is.
 */
export async function noteOpening(token: string): Promise<void> {
  await api.POST('/api/links/{token}', { params: { path: { token } }, credentials: 'omit', keepalive: true });
}
