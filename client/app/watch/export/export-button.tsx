import { useSignal } from '@preact/signals';
import { Icon } from '#client/ui/icon.tsx';
import { lazyPart } from '#client/ui/lazy-part.tsx';

const Dialog = lazyPart(async () => (await import('./export-dialog.tsx')).ExportDialog);

/** Offers the comments as a file. `isPlain` shows the picture only, where there is little room. */
export function ExportButton({ isPlain = false }: { isPlain?: boolean }) {
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        class={isPlain ? 'button plain icon-only' : 'button'}
        aria-haspopup="dialog"
        aria-label={isPlain ? 'Export comments' : undefined}
        title={isPlain ? 'Export comments' : undefined}
        onClick={() => (isOpen.value = true)}
      >
        <Icon name="download" />
        {!isPlain && 'Export comments'}
      </button>
      {isOpen.value && <Dialog onClosed={() => (isOpen.value = false)} />}
    </>
  );
}
