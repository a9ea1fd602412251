/** Raised whenever a frame changes in a way an older side cannot read; pinned by a test over both unions. */
export const PROTOCOL_VERSION = 2;
