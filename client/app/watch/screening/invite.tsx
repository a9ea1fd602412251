import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '#client/ui/icon.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { copyText, linkAt } from '../copy.ts';
import { screeningPath } from './address.ts';

const QrPicture = lazyPart(
  async () => (await import('./qr-picture.tsx')).QrPicture,
  () => <div class="qr" />,
);

/** The link that lands in step, ready to be sent; offered by itself to who has just started it. */
export function Invite({ shortId, isFresh }: { shortId: string; isFresh: boolean }) {
  const said = useSignal('');
  const link = linkAt(screeningPath(shortId));
  const copy = async () => {
    said.value = (await copyText(link)) ? 'Copied' : 'Select the link and copy it';
  };
  const isOpen = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  // Who has just started one is here to invite: pressed for them, so that the menu stands at its button.
  useEffect(() => {
    if (isFresh) button.current?.click();
  }, [isFresh]);
  return (
    <>
      <button type="button" class="button" popovertarget="invite" ref={button}>
        <Icon name="link" />
        Invite
      </button>
      <div
        id="invite"
        class="popover share-menu"
        popover="auto"
        onToggle={(event) => (isOpen.value = event.newState === 'open')}
      >
        <label for="invite-link" class="small">
          Whoever opens this link watches in step with you
        </label>
        <input
          id="invite-link"
          class="input"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <div class="row">
          <button type="button" class="button primary" onClick={copy}>
            Copy invite
          </button>
          <span class="small muted" role="status">
            {said.value}
          </span>
        </div>
        {isOpen.value && (
          <div class="invite-qr">
            <QrPicture text={link} label="QR code of this link" />
            <p class="small muted">Or point a phone’s camera here.</p>
          </div>
        )}
      </div>
    </>
  );
}
