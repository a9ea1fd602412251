import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Awaited } from '#client/ui/awaited.tsx';
import { useResource } from '#client/ui/resource.ts';
import { SaveFailure } from '../../save-failure.tsx';
import { useSaveTask } from '../../save-task.ts';
import { useShell } from '../../shell/shell.ts';
import { writeMoment } from '../chapters/moment.ts';
import { loadCues, putCues, type LoadedCues } from './ask-captions.ts';
import { languageName } from './language.ts';
import { createLineDrafts, type PutCues } from './line-draft.ts';

interface EditorProps {
  videoId: string;
  language: string;
  onGoTo: (seconds: number) => void;
  onClose: () => void;
}

/** The words of the captions, line by line; their times stay. */
export function LineEditor(props: EditorProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = useResource((signal) => loadCues(props.videoId, props.language, signal), props.language);
  const readings = useSignal(0);
  // Begun anew even where what stands there now is what was read before.
  const readAnew = () => loaded.reload().then(() => (readings.value += 1));
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="stack" aria-labelledby="lines-heading">
      <div class="row spread">
        <h2 id="lines-heading" ref={heading} tabIndex={-1}>
          Lines in {languageName(props.language)}
        </h2>
        <button type="button" class="button" onClick={props.onClose}>
          Close
        </button>
      </div>
      <Awaited of={loaded}>
        {(data) => (
          <Lines
            key={`${data.etag} ${readings.value}`}
            {...props}
            loaded={data}
            onReload={() => void readAnew()}
          />
        )}
      </Awaited>
    </section>
  );
}

const SHOWN_AT_FIRST = 100;
const drafts = createLineDrafts();

function Lines({
  videoId,
  language,
  loaded,
  onGoTo,
  onReload,
}: EditorProps & { loaded: LoadedCues; onReload: () => void }) {
  const { announcer } = useShell();
  const name = `${videoId} ${language}`;
  const draft = useMemo(() => drafts.of(name, loaded), [loaded]);
  const { cues } = draft;
  const isChanged = draft.isChanged.value;
  const shown = useSignal(SHOWN_AT_FIRST);
  const task = useSaveTask();
  useEffect(() => (isChanged ? askBeforeLeaving() : undefined), [isChanged]);
  const put: PutCues = (kept, version) => putCues({ id: videoId, language }, kept, version);
  const save = (version: string | null) =>
    task.run(async () => {
      await draft.save(put, version);
      announcer.say('The captions are saved.');
    });
  const takeTheirs = () => {
    drafts.drop(name);
    onReload();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save(draft.etag);
      }}
    >
      <ol class="caption-lines">
        {cues.value.slice(0, shown.value).map(({ startSeconds, text }, index) => (
          <li key={index} class="caption-line">
            <button
              type="button"
              class="timecode"
              aria-label={`${writeMoment(startSeconds)}, go there`}
              onClick={() => onGoTo(startSeconds)}
            >
              {writeMoment(startSeconds)}
            </button>
            <textarea
              class="input"
              rows={1}
              maxLength={2000}
              lang={language}
              aria-label={`Line at ${writeMoment(startSeconds)}`}
              value={text}
              onInput={(event) => draft.write(index, event.currentTarget.value)}
            />
          </li>
        ))}
      </ol>
      {cues.value.length > shown.value && (
        <button type="button" class="button" onClick={() => (shown.value += SHOWN_AT_FIRST)}>
          Show more lines
        </button>
      )}
      <SaveFailure task={task} what="These lines" takeTheirs={takeTheirs} saveMine={() => void save(null)} />
      <div class="row save-lines">
        <button type="submit" class="button primary" disabled={!isChanged} aria-busy={task.isBusy.value}>
          Save lines
        </button>
        <span class="small muted">{isChanged ? 'Not saved yet. A line without words goes.' : ''}</span>
      </div>
    </form>
  );
}

/** The browser asks, in words of its own: closed, the page would take with it what was not saved. */
function askBeforeLeaving(): () => void {
  const ask = (event: Event) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}
