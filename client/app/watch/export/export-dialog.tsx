import { useSignal } from '@preact/signals';
import { api } from '#client/api/client.ts';
import { Failure } from '#client/ui/failure.tsx';
import { Modal } from '#client/ui/modal.tsx';
import { toldOf, type Told } from '#client/ui/told.ts';
import { answerOf } from '../../request.ts';
import { useWatch } from '../watch.ts';
import { fileNameOf, FORMATS, FPS, type ExportFormat, type Fps } from './export-formats.ts';
import './export.css';

/** Takes the comments along as a file, in words of what each is for. Loaded when it is asked for. */
export function ExportDialog({ onClosed }: { onClosed: () => void }) {
  const { boot, announcer } = useWatch();
  const chosen = useSignal(FORMATS[0]);
  const filter = useSignal<'all' | 'open'>('all');
  const fps = useSignal<Fps>('25');
  const said = useSignal('');
  const isBusy = useSignal(false);
  const failure = useSignal<Told | null>(null);
  const needsFps = boot.video.frameRate === null && (chosen.value?.isForEditing ?? false);

  const save = async (event: Event) => {
    event.preventDefault();
    const format = chosen.value;
    if (!format) return;
    if (isBusy.value) return;
    said.value = '';
    failure.value = null;
    isBusy.value = true;
    try {
      const query = { format: format.format, filter: filter.value, ...(needsFps ? { fps: fps.value } : {}) };
      const name = fileNameOf(boot.video.title, format.ending);
      saveFile(name, await readExport(boot.video.id, query));
      said.value = `Saved as ${name}`;
      announcer.say(said.value);
    } catch (error) {
      failure.value = toldOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <Modal title="Export comments" onClose={onClosed}>
      <form class="export" onSubmit={save}>
        <fieldset class="export-formats">
          <legend class="small">What it is for</legend>
          {FORMATS.map((format) => (
            <FormatChoice
              key={format.format}
              format={format}
              isChosen={format === chosen.value}
              onChoose={() => (chosen.value = format)}
            />
          ))}
        </fieldset>
        <div class="export-foot">
          <label class="row small">
            Which
            <select
              class="select"
              value={filter.value}
              onChange={(event) => (filter.value = event.currentTarget.value === 'open' ? 'open' : 'all')}
            >
              <option value="all">All comments</option>
              <option value="open">Open ones only</option>
            </select>
          </label>
          {needsFps && (
            <label class="row small">
              Frames per second
              <select
                class="select"
                value={fps.value}
                onChange={(event) =>
                  (fps.value = FPS.find((name) => name === event.currentTarget.value) ?? fps.value)
                }
              >
                {FPS.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
          )}
          <button type="submit" class="button primary" aria-busy={isBusy.value}>
            Save file
          </button>
        </div>
        {failure.value && <Failure error={failure.value} />}
        {said.value && <p class="small muted">{said.value}</p>}
      </form>
    </Modal>
  );
}

function FormatChoice(props: { format: (typeof FORMATS)[number]; isChosen: boolean; onChoose: () => void }) {
  const { format, isChosen, onChoose } = props;
  const { guide } = format;
  const about = `export-${format.format}`;
  return (
    <div class="export-format" data-chosen={isChosen}>
      <label>
        <input
          type="radio"
          name="export-format"
          value={format.format}
          checked={isChosen}
          aria-describedby={about}
          onChange={onChoose}
        />
        <span>
          <strong>{format.name}</strong>
          <span id={about} class="small muted">
            {format.use}
          </span>
        </span>
      </label>
      {isChosen && guide && (
        <p class="small export-guide">
          <strong>To import:</strong> {guide}
        </p>
      )}
    </div>
  );
}

/** As bytes: read as text, the mark that tells Excel of UTF-8 would be lost. */
const readExport = (id: string, query: { format: ExportFormat; filter: 'open' | 'all'; fps?: Fps }) =>
  answerOf<Blob>(
    api.GET('/api/videos/{id}/comments/export', { params: { path: { id }, query }, parseAs: 'blob' }),
  );

function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
