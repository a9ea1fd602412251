import { useSignal, type Signal } from '@preact/signals';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { useResource, type Loaded } from '#client/ui/resource.ts';
import { useTask } from '#client/ui/task.ts';
import { useShell } from '../../shell/shell.ts';
import type { Video } from '../details/video-edit.ts';
import { StudioPlayer } from '../studio-player.tsx';
import { VideoFrame } from '../video-frame.tsx';
import {
  deleteCaptions,
  listCaptions,
  loadCues,
  makeDefault,
  putCues,
  trackPath,
  type Captions,
} from './ask-captions.ts';
import { CaptionForm } from './upload-form.tsx';
import { languageName } from './language.ts';
import { LineEditor } from './line-editor.tsx';
import './captions.css';

export const CaptionsPage = () => (
  <VideoFrame section="Captions">{({ video }) => <CaptionsOf key={video.id} video={video} />}</VideoFrame>
);

function CaptionsOf({ video }: { video: Video }) {
  const shell = useShell();
  const list = useResource((signal) => listCaptions(video.id, signal), video.id);
  const player = useSignal<LockstepPlayer | null>(null);
  const edited = useSignal<string | null>(null);
  const added = ({ language }: Captions) => {
    shell.announcer.say(`Captions in ${languageName(language)} are there.`);
    if (edited.peek() === language) edited.value = null;
    void list.reload();
  };
  return (
    <div class="studio-columns">
      <div class="stack sections">
        <StudioPlayer video={video} onPlayer={(each) => (player.value = each)} />
        <section class="stack" aria-labelledby="add-captions">
          <h2 id="add-captions">Add captions</h2>
          <CaptionForm
            videoId={video.id}
            present={list.state.value.stage === 'loaded' ? list.state.value.data : []}
            onDone={added}
          />
        </section>
      </div>
      <div class="stack sections">
        <section class="stack" aria-labelledby="languages-heading">
          <h2 id="languages-heading">Languages</h2>
          <Awaited of={list}>
            {(all) =>
              all.length === 0 ? (
                <EmptyState sentence="There are no captions yet. Add a file of WebVTT or SubRip: who cannot hear, or watches without sound, reads along." />
              ) : (
                <ul class="rows">
                  {all.map((captions) => (
                    <CaptionRow key={captions.language} {...{ video, captions, list, edited }} />
                  ))}
                </ul>
              )
            }
          </Awaited>
        </section>
        {edited.value !== null && (
          <LineEditor
            key={edited.value}
            videoId={video.id}
            language={edited.value}
            onGoTo={(seconds) => player.peek()?.seekTo(seconds)}
            onClose={() => (edited.value = null)}
          />
        )}
      </div>
    </div>
  );
}

interface RowProps {
  video: Video;
  captions: Captions;
  list: Loaded<Captions[]>;
  edited: Signal<string | null>;
}

function CaptionRow({ video, captions: { language, isDefault, origin }, list, edited }: RowProps) {
  const { toasts } = useShell();
  const task = useTask();
  const name = languageName(language);
  const remove = async () => {
    const { cues } = await loadCues(video.id, language);
    await deleteCaptions(video.id, language);
    if (edited.peek() === language) edited.value = null;
    await list.reload();
    const bringBack = () =>
      putCues({ id: video.id, language }, cues, null)
        .then(() => (isDefault ? makeDefault(video.id, language) : undefined))
        .then(list.reload, () => toasts.tell(`The captions in ${name} could not be brought back.`));
    toasts.tell(`Deleted: captions in ${name}.`, { label: 'Undo', act: () => void bringBack() });
  };
  return (
    <li class="row-item">
      <div class="row-words">
        <p lang={language}>
          <strong>{name}</strong>
        </p>
        <p class="small muted">
          {isDefault ? 'Shown first' : 'Can be chosen'}
          {origin === 'model' && ' · written by a machine: read it through'}
        </p>
        {task.failure.value && <Failure error={task.failure.value} />}
      </div>
      <div class="row">
        {!isDefault && (
          <button
            type="button"
            class="button"
            aria-label={`Show first: ${name}`}
            onClick={() => void task.run(() => makeDefault(video.id, language).then(list.reload))}
          >
            Show first
          </button>
        )}
        <button
          type="button"
          class="button"
          aria-label={`Edit lines: ${name}`}
          aria-expanded={edited.value === language}
          onClick={() => (edited.value = edited.peek() === language ? null : language)}
        >
          Edit lines
        </button>
        <a
          class="button"
          href={trackPath(video.id, language)}
          download={`${video.shortId}.${language}.vtt`}
          aria-label={`Download: ${name}`}
        >
          Download
        </a>
        <button
          type="button"
          class="button plain danger"
          aria-label={`Delete: ${name}`}
          aria-busy={task.isBusy.value}
          onClick={() => void task.run(remove)}
        >
          Delete
        </button>
      </div>
    </li>
  );
}
