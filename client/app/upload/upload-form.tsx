import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { UploadDetails } from './uploader.ts';

/** What to send and who may see it. The type filter is a hint; the server decides and says why. */
export function UploadForm({ onStart }: { onStart: (file: File, details: UploadDetails) => void }) {
  const title = useSignal('');
  const isNamed = useSignal(false);
  const input = useRef<HTMLInputElement>(null);

  const chosen = () => {
    const file = input.current?.files?.[0];
    if (file && !isNamed.value) title.value = file.name.replace(/\.[^.]+$/, '').slice(0, 255);
  };
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    if (!file) return;
    const visibility = new FormData(event.currentTarget).get('visibility');
    onStart(file, {
      title: title.value.trim() || file.name,
      visibility: visibility === 'public' || visibility === 'private' ? visibility : 'unlisted',
    });
  };

  return (
    <form class="stack" onSubmit={submit}>
      <div class="field">
        <label for="file">Video file</label>
        <input
          id="file"
          ref={input}
          class="input"
          type="file"
          required
          accept="video/mp4,video/quicktime,.mp4,.m4v,.mov"
          aria-describedby="file-hint"
          onChange={chosen}
        />
        <p id="file-hint" class="small muted">
          MP4 with H.264 video plays at once, without waiting.
        </p>
      </div>
      <div class="field">
        <label for="title">Title</label>
        <input
          id="title"
          class="input"
          maxLength={255}
          value={title.value}
          onInput={(event) => {
            title.value = event.currentTarget.value;
            isNamed.value = true;
          }}
        />
      </div>
      <div class="field">
        <label for="visibility">Who can watch</label>
        <select id="visibility" name="visibility" class="input">
          <option value="unlisted">Anyone with the link</option>
          <option value="public">Everybody; listed on the front page</option>
          <option value="private">Only me</option>
        </select>
      </div>
      <div class="row">
        <button type="submit" class="button primary">
          Upload
        </button>
      </div>
    </form>
  );
}
