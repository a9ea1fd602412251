import type { Uploader } from './uploader.ts';
import { describeBytes, percentOf, quarterOf, type UploadState } from './upload-state.ts';

type Underway = Extract<UploadState, { stage: 'sending' | 'paused' | 'offline' | 'preparing' }>;

const STAGE_WORDS = {
  sending: 'Uploading',
  paused: 'Paused',
  offline: 'Waiting for the connection; it goes on by itself',
  preparing: 'Preparing the video',
} as const;

/** How far it is, and what can be done about it. */
export function UploadProgress({ state, uploader }: { state: Underway; uploader: Uploader }) {
  const words = STAGE_WORDS[state.stage];
  if (state.stage === 'preparing')
    return (
      <div class="stack">
        <p role="status">{words}…</p>
        <progress class="progress" aria-label={words} />
      </div>
    );
  const percent = percentOf(state.sentBytes, state.totalBytes);
  const bytes = describeBytes(state.sentBytes, state.totalBytes);
  return (
    <div class="stack">
      <p>
        {words} <span class="muted figures">{bytes}</span>
      </p>
      <progress class="progress" max={100} value={percent} aria-label={`${words}, ${bytes}`}>
        {percent} %
      </progress>
      <p class="visually-hidden" role="status">
        {state.stage === 'sending' ? `${quarterOf(percent)} % uploaded` : words}
      </p>
      <p class="row">
        {state.stage === 'sending' ? (
          <button type="button" class="button" onClick={() => uploader.pause()}>
            Pause
          </button>
        ) : (
          <button type="button" class="button primary" onClick={() => uploader.resume()}>
            Go on
          </button>
        )}
        <button type="button" class="button plain danger" onClick={() => uploader.cancel()}>
          Cancel
        </button>
      </p>
      <p class="small muted">If you close the page, choose the same file again to go on where it stopped.</p>
    </div>
  );
}
