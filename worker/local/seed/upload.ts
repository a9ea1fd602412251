import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { ApiSession } from './api.ts';

/** Sends a file as tus 1.0 has it: one request to make the upload, one for all of its bytes. */
export async function uploadFile(session: ApiSession, path: string, videoId: string): Promise<void> {
  const file = await openAsBlob(path, { type: 'video/mp4' });
  const metadata = { filename: basename(path), filetype: 'video/mp4', videoId };
  const created = await session.send('POST', '/api/uploads', {
    'tus-resumable': '1.0.0',
    'upload-length': String(file.size),
    'upload-metadata': encodeMetadata(metadata),
  });
  const location = created.headers.get('location');
  if (location === null) throw new Error('POST /api/uploads answered no Location.');
  const headers = {
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
  };
  await session.send('PATCH', location, headers, file);
}

const encodeMetadata = (metadata: Record<string, string>): string =>
  Object.entries(metadata)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');
