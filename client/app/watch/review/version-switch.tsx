import { useSignal } from '@preact/signals';
import { lazyPart } from '#client/ui/lazy-part.tsx';
import { useWatch } from '../watch.ts';
import './review.css';

const VersionList = lazyPart(async () => (await import('./version-list.tsx')).VersionList);

/** Which version this is; pressed, the others. */
export function VersionSwitch() {
  const { version, hlsUrl } = useWatch().boot.video;
  const isOpen = useSignal(false);
  return (
    <>
      <button type="button" class="status-pill" popovertarget="versions">
        v{version.number}
        <span class="visually-hidden">, version {version.number}</span>
        {/* One that waits for its file is not the latest yet, and not older either. */}
        {!version.isLatest && hlsUrl && ' · older'}
        <span aria-hidden="true">▾</span>
      </button>
      <div
        id="versions"
        class="popover review-popover"
        popover="auto"
        role="group"
        aria-label="Versions of this video"
        onToggle={(event) => (isOpen.value = event.newState === 'open')}
      >
        {isOpen.value && <VersionList />}
      </div>
    </>
  );
}
