/** Only the version that is shown is changed; whatever it is, where the server gave none. */
export const ifMatch = (etag: string | null): { 'If-Match'?: string } =>
  etag === null ? {} : { 'If-Match': etag };
