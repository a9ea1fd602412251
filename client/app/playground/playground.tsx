import { useComputed, useSignal } from '@preact/signals';
import { addressOfEmbed, elementSnippetOf, snippetOf } from '#client/embed/embed-address.ts';
import { EventLog } from './event-log.tsx';
import { ParameterForm } from './parameter-form.tsx';
import { isVideo, toParameters, type Values } from './parameters.ts';
import { Snippet } from './snippet.tsx';

/** An embed, its parameters as a form, what it says, and what to copy. */
export function Playground() {
  const values = useSignal<Values>(valuesIn(location.search));
  const parameters = useComputed(() => toParameters(values.value));
  const address = useComputed(() =>
    isVideo(parameters.value.video) ? addressOfEmbed(location.origin, parameters.value) : null,
  );
  const src = address.value;
  return (
    <>
      <h1>Try an embed</h1>
      <p class="muted">
        Every parameter an embed’s address takes. Another site shows it only if the video, or its
        organization, lists that site.
      </p>
      <div class="playground-parts">
        <ParameterForm values={values} />
        <section class="stack" aria-label="The embed">
          {src === null ? (
            <p class="playground-empty">Name a video to see it here.</p>
          ) : (
            <EventLog key={src} src={src} />
          )}
        </section>
      </div>
      {src !== null && (
        <section class="stack" aria-label="To copy">
          <Snippet label="A frame" text={snippetOf(src, 'Video')} />
          <Snippet
            label="The element, in a page of your own"
            text={elementSnippetOf(location.origin, parameters.value.video)}
          />
          <p class="muted small">
            With TypeScript: <a href="/sdk.d.ts">types of /sdk.js</a> and{' '}
            <a href="/player.d.ts">of /player.js</a>. Keep a copy and name it in tsconfig.json:{' '}
            <code>{pathsOf(location.origin)}</code>
          </p>
        </section>
      )}
    </>
  );
}

const pathsOf = (origin: string): string =>
  `"paths": { "${origin}/sdk.js": ["./sdk.d.ts"], "${origin}/player.js": ["./player.d.ts"] }`;

/** `?video=…` fills the form in, so that a trial can be shared. */
const valuesIn = (search: string): Values => Object.fromEntries(new URLSearchParams(search)) as Values;
