/** Where everything about a video lies in R2. Nothing else in the code spells a key. */

/** All of one video. */
export const videoPrefix = (shortId: string): string => `videos/${shortId}/`;

/** The file as it was uploaded; never changed. */
export const sourceKey = (shortId: string): string => `videos/${shortId}/source`;

/** The sidecar: init segment, ready-made fragments and segment table of one version of the index. */
export const indexKey = (shortId: string, version: string): string => `videos/${shortId}/${version}.index`;

export const posterKey = (shortId: string): string => `videos/${shortId}/poster.jpg`;

/** Small pictures of the whole timeline; how they lie in it stands in the object's own metadata. */
export const storyboardKey = (shortId: string): string => `videos/${shortId}/storyboard.jpg`;

/**
 * Bytes of an unfinished upload that do not fill a part yet. The offset stands in the key, so two writers
 * that stop at different places never overwrite each other's tail.
 */
export const tailKey = (uploadId: string, offsetBytes: number): string =>
  `uploads/${uploadId}/tail-${offsetBytes}`;

/** The bytes of an asset, each attempt at sending them under a key of its own. The market shares them by this key. */
export const assetKey = (assetId: string, attemptId: string): string => `assets/${assetId}/${attemptId}`;

/** Which rights to a video's media were taken away, and when. A lifecycle rule of the bucket removes old ones. */
export const videoRevocationsKey = (shortId: string): string => `revocations/videos/${shortId}`;

export const organizationRevocationsKey = (organizationId: string): string =>
  `revocations/organizations/${organizationId}`;

/** Mails kept at home instead of being sent, newest first by their ids. */
export const outboxPrefix = 'outbox/';
export const outboxKey = (id: string): string => `${outboxPrefix}${id}`;
