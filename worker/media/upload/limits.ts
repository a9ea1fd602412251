/** The largest file taken. */
export const MAX_UPLOAD_BYTES = 20 * 1024 ** 3;

/** Every part of the multipart object but the last is exactly this long, as R2 demands. */
export const PART_BYTES = 16 * 1024 ** 2;

/** R2 drops unfinished multipart uploads after seven days; ours end before, so nothing is promised in vain. */
export const UPLOAD_LIFETIME_MS = 6 * 24 * 3600 * 1000;

export const MAX_TITLE_CHARACTERS = 255;
