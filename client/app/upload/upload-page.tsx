import { useMemo } from 'preact/hooks';
import { UploadForm } from './upload-form.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { createUploader } from './uploader.ts';
import { useLeaveWarning } from './use-leave-warning.ts';

/** One file at a time: choose, send, watch. */
export function UploadPage() {
  const uploader = useMemo(createUploader, []);
  const state = uploader.state.value;
  useLeaveWarning(state.stage === 'sending' || state.stage === 'offline');

  if (state.stage === 'choosing')
    return <UploadForm onStart={(file, details) => void uploader.start(file, details)} />;
  if (state.stage === 'ready')
    return (
      <div class="stack" role="status">
        <p>Your video is ready.</p>
        <p class="row">
          <a class="button primary" href={state.videoPath}>
            Watch it
          </a>
          <button type="button" class="button" onClick={() => uploader.cancel()}>
            Upload another
          </button>
        </p>
      </div>
    );
  if (state.stage === 'failed')
    return (
      <div class="stack">
        <p class="notice bad" role="alert">
          {state.reason}
        </p>
        <p class="row">
          {state.mayRetry && (
            <button type="button" class="button primary" onClick={() => uploader.resume()}>
              Try again
            </button>
          )}
          <button type="button" class="button" onClick={() => uploader.cancel()}>
            Choose another file
          </button>
        </p>
      </div>
    );
  return <UploadProgress state={state} uploader={uploader} />;
}
