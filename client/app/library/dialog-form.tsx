import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Failure } from '#client/ui/failure.tsx';
import { Modal } from '#client/ui/modal.tsx';
import { toldOf, type Told } from '#client/ui/told.ts';

/** A question in a dialog, and the button that answers it. What fails is told here, and nothing typed is lost. */
export function DialogForm({
  title,
  action,
  isReady = true,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  action: string;
  isReady?: boolean;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const isBusy = useSignal(false);
  const failure = useSignal<Told | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy.value || !isReady) return;
    isBusy.value = true;
    failure.value = null;
    try {
      await onSubmit();
    } catch (error) {
      failure.value = toldOf(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <Modal title={title} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void submit(event)}>
        {children}
        {failure.value && <Failure error={failure.value} />}
        <div class="row">
          <button type="submit" class="button primary" disabled={!isReady} aria-busy={isBusy.value}>
            {action}
          </button>
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Modal>
  );
}
