import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Icon } from '#client/ui/icon.tsx';
import { wordsOf } from '../identity.ts';
import { LinkForm } from './link-form.tsx';
import { createLinkList } from './link-list.ts';
import { LinkShelf } from './link-shelf.tsx';
import { isOver, nameOf } from './link-words.ts';
import './links.css';

/** Links that let others watch a video however it is shared: for who manages it. Loaded when it is asked for. */
export function LinksDialog({ videoId, onClosed }: { videoId: string; onClosed: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const listHeading = useRef<HTMLHeadingElement>(null);
  const list = useMemo(() => createLinkList(videoId), [videoId]);
  const said = useSignal('');
  const error = useSignal<string | null>(null);
  const say = (sentence: string) => {
    said.value = sentence;
  };
  const attempt = async (act: () => Promise<unknown>) => {
    error.value = null;
    await act().catch((failure: unknown) => (error.value = wordsOf(failure)));
  };
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
    void attempt(list.load);
  }, []);
  const close = () => dialog.current?.close();
  const links = list.links.value;
  return (
    <dialog
      class="dialog links-dialog"
      ref={dialog}
      aria-labelledby="links-title"
      onClose={onClosed}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="dialog-head">
        <h2 id="links-title" ref={heading} tabIndex={-1}>
          Watch links
        </h2>
        <button type="button" class="button plain icon-only" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <p class="muted small">
        Whoever opens one may watch this video, however it is shared, until you take the link back.
      </p>
      <LinkForm list={list} onMade={(link) => say(`Made: ${nameOf(link)}. Copy it from the list.`)} />
      <p class="small" role="status">
        {said.value}
      </p>
      {error.value && (
        <p class="notice bad" role="alert">
          {error.value}
        </p>
      )}
      <h3 ref={listHeading} tabIndex={-1}>
        Links in use
      </h3>
      {links?.every(isOver) && <p class="muted small">There is none yet.</p>}
      {!links && !error.value && <p class="muted small">Loading …</p>}
      <LinkShelf {...{ list, attempt, say }} onGone={() => listHeading.current?.focus()} />
    </dialog>
  );
}
