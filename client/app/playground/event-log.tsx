import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { EVENTS } from '#client/embed/player-js.ts';
import { LockstepEmbed } from '#client/embed/sdk.ts';

const MOST_LINES = 50;

interface Line {
  id: number;
  at: string;
  name: string;
  detail: string;
}

/** The frame, what it says, and buttons that speak with it as its page can. */
export function EventLog({ src }: { src: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const embed = useSignal<LockstepEmbed | null>(null);
  const lines = useSignal<Line[]>([]);
  useEffect(() => {
    if (!frame.current) return undefined;
    const spoken = new LockstepEmbed(frame.current);
    embed.value = spoken;
    let id = 0;
    for (const name of EVENTS)
      spoken.addEventListener(name, (event) => {
        const detail = name === 'ready' ? '' : describe((event as CustomEvent<unknown>).detail);
        id += 1;
        lines.value = [{ id, at: clock.format(new Date()), name, detail }, ...lines.value].slice(
          0,
          MOST_LINES,
        );
      });
    return () => spoken.close();
  }, [embed, lines]);
  const { value } = embed;
  return (
    <>
      <iframe
        ref={frame}
        class="playground-frame"
        src={src}
        title="The embed"
        allow="autoplay; fullscreen; picture-in-picture; encrypted-media; clipboard-write"
      />
      <div class="row">
        <button type="button" class="button" onClick={() => void value?.play().catch(() => undefined)}>
          play()
        </button>
        <button type="button" class="button" onClick={() => value?.pause()}>
          pause()
        </button>
        <button type="button" class="button" onClick={() => value && (value.currentTime += 10)}>
          currentTime += 10
        </button>
        <button type="button" class="button" onClick={() => value && (value.muted = !value.muted)}>
          muted = !muted
        </button>
      </div>
      <h2 id="log-words">What it says</h2>
      {/* A scrolling region has to be reached by keyboard. */}
      <ol class="playground-log" aria-labelledby="log-words" tabIndex={0}>
        {lines.value.map((line) => (
          <li key={line.id}>
            <span class="muted figures">{line.at}</span> <strong>{line.name}</strong>{' '}
            <code>{line.detail}</code>
          </li>
        ))}
      </ol>
      {lines.value.length === 0 && <p class="muted small">Nothing yet.</p>}
    </>
  );
}

const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const describe = (detail: unknown): string =>
  detail === undefined || detail === null ? '' : JSON.stringify(detail, shorten);

const shorten = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value;
