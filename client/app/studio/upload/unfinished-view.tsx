import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { sizeWords } from '#client/ui/size-words.ts';
import type { UploadQueue } from './queue.ts';
import type { Unfinished } from './unfinished.ts';

/** What an earlier visit left on the way: a page cannot open a file again by itself. */
export function UnfinishedView({ unfinished, queue }: { unfinished: Unfinished; queue: UploadQueue }) {
  const input = useRef<HTMLInputElement>(null);
  const objection = useSignal<string | undefined>(undefined);
  const { begun, video, sentBytes } = unfinished;
  const id = `rest-${video.shortId}`;
  const choose = async (file: File | undefined) => {
    if (file) objection.value = await queue.continueWith(unfinished, file);
    if (input.current) input.current.value = '';
  };
  return (
    <li class="upload-row" aria-label={`Unfinished: ${video.title}`}>
      <div class="upload-head">
        <div class="row-words">
          <h3 class="long-words">{video.title}</h3>
          <p class="small muted figures">
            {begun.fileName} · {hereWords(sentBytes, begun.sizeBytes)}
          </p>
        </div>
        <p class="row">
          <button
            type="button"
            class="button plain danger"
            aria-label={`Give up: ${video.title}`}
            onClick={() => queue.giveUp(unfinished)}
          >
            Give up
          </button>
        </p>
      </div>
      <div class="field">
        <label for={id}>Choose the same file to go on</label>
        <input
          id={id}
          ref={input}
          class="input"
          type="file"
          aria-describedby={objection.value ? `${id}-fault` : undefined}
          aria-invalid={objection.value !== undefined}
          onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
        />
        {objection.value && (
          <p id={`${id}-fault`} class="small bad-text" role="alert">
            {objection.value}
          </p>
        )}
      </div>
    </li>
  );
}

const hereWords = (sentBytes: number, sizeBytes: number): string =>
  sentBytes === 0
    ? sizeWords(sizeBytes)
    : `${sizeWords(sentBytes)} of ${sizeWords(sizeBytes)} are here already`;
