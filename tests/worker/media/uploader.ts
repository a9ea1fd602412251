import type { Video } from '#worker/library/view.ts';
import type { Visitor } from '#tests/support/workers/visitor.ts';

const VERSION = { 'tus-resumable': '1.0.0' };
const BYTES = { ...VERSION, 'content-type': 'application/offset+octet-stream' };

/** Speaks tus for a visitor, one request at a time, so that tests can stop between any two. */
export class Uploader {
  readonly visitor: Visitor;
  location = '';

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  create(
    lengthBytes: number,
    metadata: Record<string, string> = { filename: 'film.mp4' },
  ): Promise<Response> {
    const pairs = Object.entries(metadata).map(([key, value]) => `${key} ${toBase64(value)}`);
    return this.createWith({ 'upload-length': String(lengthBytes), 'upload-metadata': pairs.join(',') });
  }

  async createWith(headers: Record<string, string>): Promise<Response> {
    const answer = await this.visitor.ask('POST', '/api/uploads', { headers: { ...VERSION, ...headers } });
    this.location = answer.headers.get('location') ?? '';
    return answer;
  }

  patch(offset: number, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
    const sent = { ...BYTES, 'upload-offset': String(offset), ...headers };
    return this.visitor.ask('PATCH', this.location, { headers: sent, body });
  }

  head(visitor = this.visitor): Promise<Response> {
    return visitor.ask('HEAD', this.location, { headers: VERSION });
  }

  async offset(): Promise<number> {
    return Number((await this.head()).headers.get('upload-offset'));
  }

  remove(visitor = this.visitor): Promise<Response> {
    return visitor.ask('DELETE', this.location, { headers: VERSION });
  }

  get id(): string {
    return this.location.split('/').at(-1) ?? '';
  }
}

/** From nothing to the video a file becomes, in one PATCH. */
export async function uploadWhole(
  visitor: Visitor,
  file: Uint8Array<ArrayBuffer>,
  metadata?: Record<string, string>,
): Promise<Video> {
  const uploader = new Uploader(visitor);
  await uploader.create(file.length, metadata);
  return videoAt(visitor, await uploader.patch(0, file));
}

export async function videoAt(visitor: Visitor, answer: Response): Promise<Video> {
  const location = answer.headers.get('video-location');
  if (location === null) throw new Error(`no Video-Location: ${answer.status} ${await answer.text()}`);
  return (await visitor.get(location)).json();
}

const toBase64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
