import { z } from 'zod';
import { AppError } from '#worker/http/app-error.ts';
import { MAX_TITLE_CHARACTERS } from './limits.ts';

/**
 * What a client says about a file; the rest of Upload-Metadata is not kept. `videoId` names the video that
 * waits for this file; without it the upload makes one.
 */
export type UploadMetadata = {
  title: string;
  filename: string;
  filetype: string;
  videoId: string | undefined;
};

const MAX_HEADER_CHARACTERS = 4096;

/** `key base64,key base64,…` (tus 1.0, creation). Everything is bounded and cleaned before it is believed. */
export function readUploadMetadata(header: string | undefined): UploadMetadata {
  if ((header?.length ?? 0) > MAX_HEADER_CHARACTERS) throw invalid('Upload-Metadata is too long.');
  const values = new Map<string, string>();
  for (const pair of (header ?? '').split(',')) {
    const [key = '', encoded = ''] = pair.trim().split(' ');
    if (key !== '') values.set(key, decode(key, encoded));
  }
  const filename = cleanText(values.get('filename') ?? '');
  const filetype = cleanText(values.get('filetype') ?? '').toLowerCase();
  const title = cleanText(values.get('title') ?? '') || filename.replace(/\.[^.]{1,5}$/, '') || 'Untitled';
  const videoId = z.uuid().optional().safeParse(values.get('videoId'));
  if (!videoId.success) throw invalid('Upload-Metadata: videoId is no id of a video.');
  return { title, filename, filetype, videoId: videoId.data };
}

function decode(key: string, encoded: string): string {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (cause) {
    throw invalid(`Upload-Metadata: ${key.slice(0, 40)} is not base64 of UTF-8 text.`, cause);
  }
}

const BLANKS = /[\p{Cc}\s]+/gu;

const cleanText = (text: string): string =>
  [...text.replaceAll(BLANKS, ' ').trim()].slice(0, MAX_TITLE_CHARACTERS).join('').trim();

const PLAUSIBLE_TYPE = /^(video\/|audio\/|application\/(octet-stream|mp4|mxf|ogg|x-matroska)|$)/;

/** A courtesy before bytes go: a declared image or document is refused at once. Else the content decides (R7). */
export function requirePlausibleType({ filetype, filename }: UploadMetadata): void {
  if (PLAUSIBLE_TYPE.test(filetype)) return;
  throw new AppError('UNSUPPORTED_MEDIA', `${filename || 'This file'} is not a video but ${filetype}.`);
}

const invalid = (message: string, cause?: unknown): AppError => new AppError('INVALID', message, { cause });
