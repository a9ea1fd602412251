import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '#client/ui/app-icon.tsx';

/** Files are chosen or dropped, many at once. The type filter is a hint; the server decides and says why. */
export function FileChoice({ onFiles }: { onFiles: (files: File[]) => void }) {
  const isOver = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const chosen = [...(files ?? [])];
    // So that the same file can be chosen again.
    if (input.current) input.current.value = '';
    if (chosen.length > 0) onFiles(chosen);
  };
  return (
    <div
      class="file-choice"
      data-over={isOver.value}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        take(event.dataTransfer?.files);
      }}
    >
      <Icon name="upload" />
      <div class="field">
        <label for="upload-files">Video files</label>
        <input
          id="upload-files"
          ref={input}
          class="input"
          type="file"
          multiple
          accept="video/*,.mp4,.m4v,.mov,.mkv,.webm"
          aria-describedby="upload-files-hint"
          onChange={(event) => take(event.currentTarget.files)}
        />
        <p id="upload-files-hint" class="small muted">
          Choose several, or drop them here. MP4 with H.264 and AAC plays at once.
        </p>
      </div>
    </div>
  );
}
