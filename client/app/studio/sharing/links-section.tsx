import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Failure } from '#client/ui/failure.tsx';
import { toldOf, type Told } from '#client/ui/told.ts';
import { useShell } from '../../shell/shell.ts';
import { LinkForm } from '../../watch/links/link-form.tsx';
import { createLinkList } from '../../watch/links/link-list.ts';
import { LinkShelf } from '../../watch/links/link-shelf.tsx';
import { isOver, nameOf } from '../../watch/links/link-words.ts';
import { ViewLog } from './view-log.tsx';
import '../../watch/links/links.css';

/** Watch links of a video: made, copied, taken back, and who came by them. */
export function LinksSection({ videoId }: { videoId: string }) {
  const { announcer } = useShell();
  const list = useMemo(() => createLinkList(videoId), [videoId]);
  const heading = useRef<HTMLHeadingElement>(null);
  const failure = useSignal<Told | null>(null);
  const say = (sentence: string) => announcer.say(sentence);
  const attempt = async (act: () => Promise<unknown>) => {
    failure.value = null;
    await act().catch((error: unknown) => (failure.value = toldOf(error)));
  };
  useEffect(() => void attempt(list.load), []);
  const links = list.links.value;
  const isAnyOpen = links?.some((link) => !isOver(link));
  return (
    <section class="stack" aria-labelledby="links-heading">
      <h2 id="links-heading" ref={heading} tabIndex={-1}>
        Watch links
      </h2>
      <p class="muted small">
        Whoever opens one may watch this video, however it is shared, until you take the link back.
      </p>
      <LinkForm list={list} onMade={(link) => say(`Made: ${nameOf(link)}. Copy it from the list.`)} />
      {failure.value && (
        <Failure error={failure.value} retry={links ? undefined : () => void attempt(list.load)} />
      )}
      {!links && !failure.value && <p class="muted small">Loading…</p>}
      {links && !isAnyOpen && (
        <p class="muted small">No link is in use. Make one above, and send it to whom you like.</p>
      )}
      {/* An entry's heading is of the fourth rank. */}
      {isAnyOpen && <h3 class="visually-hidden">Links in use</h3>}
      <LinkShelf {...{ list, attempt, say }} onGone={() => heading.current?.focus()} />
      {links && links.length > 0 && <ViewLog videoId={videoId} links={links} />}
    </section>
  );
}
