/** What went wrong, as it can be shown: RequestFailed is one, and so is any Error. */
export interface Told {
  message: string;
  requestId?: string | undefined;
}

/** Anything that was thrown, as something that can be told. */
export const toldOf = (error: unknown): Told =>
  error instanceof Error ? error : { message: 'That did not work. Try again in a moment.' };
