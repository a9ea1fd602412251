import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import { FormField } from '#client/ui/form-field.tsx';
import { useTask } from '#client/ui/task.ts';
import type { FieldFault } from '../../request.ts';
import { RequestFailed } from '../../request.ts';
import { putCaptionFile, type Captions } from './ask-captions.ts';
import { canonicalTag, captionType, COMMON_LANGUAGES, languageName } from './language.ts';

/** A file of captions for a language: in the place of what there is in it. */
export function CaptionForm({
  videoId,
  present,
  onDone,
}: {
  videoId: string;
  present: readonly Captions[];
  onDone: (captions: Captions) => void;
}) {
  const typed = useSignal('en');
  const file = useRef<HTMLInputElement>(null);
  const task = useTask();
  const faults = useSignal<readonly FieldFault[]>([]);
  const language = canonicalTag(typed.value);
  const replaces = present.some((each) => each.language === language);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    if (!chosen || language === undefined) return;
    faults.value = [];
    await task.run(async () => {
      const text = await chosen.text();
      const type = captionType(chosen.name, text);
      if (!type) throw new Error(`“${chosen.name}” is neither WebVTT nor SubRip.`);
      const put = putCaptionFile({ id: videoId, language }, { type, text });
      onDone(await put.catch((error: unknown) => noteFaults(error)));
      if (file.current) file.current.value = '';
    });
  };
  const noteFaults = (error: unknown): never => {
    if (error instanceof RequestFailed) faults.value = error.faults;
    throw error;
  };
  return (
    <form class="stack form" aria-label="Add captions" onSubmit={(event) => void send(event)}>
      <FormField
        id="caption-language"
        label="Language"
        hint={language ? languageName(language) : undefined}
        fault={language ? undefined : 'A language is written as en, de or pt-BR.'}
      >
        {(binding) => (
          <input
            {...binding}
            class="input"
            list="caption-languages"
            autocomplete="off"
            maxLength={35}
            value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
        )}
      </FormField>
      <datalist id="caption-languages">
        {COMMON_LANGUAGES.map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </datalist>
      <FormField id="caption-file" label="File" hint="WebVTT or SubRip, up to a megabyte.">
        {(binding) => (
          <input {...binding} ref={file} class="input" type="file" required accept=".vtt,.srt,text/vtt" />
        )}
      </FormField>
      {replaces && language && (
        <p class="notice small">It takes the place of what there is in {languageName(language)} now.</p>
      )}
      {task.failure.value && <Failure error={task.failure.value} />}
      {faults.value.length > 0 && (
        <ul class="small bad-text">
          {faults.value.slice(0, 20).map(({ pointer, detail }) => (
            <li key={pointer}>
              {lineOf(pointer)}
              {detail}
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <button type="submit" class="button primary" disabled={!language} aria-busy={task.isBusy.value}>
          Add captions
        </button>
      </div>
    </form>
  );
}

/** "/lines/12" */
const lineOf = (pointer: string): string => {
  const [, line] = /^\/lines\/(\d+)/.exec(pointer) ?? [];
  return line ? `Line ${line}: ` : '';
};
