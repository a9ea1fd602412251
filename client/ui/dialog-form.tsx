import type { ComponentChildren } from 'preact';
import { Failure } from './failure.tsx';
import { Modal } from './modal.tsx';
import { useTask } from './task.ts';

/** A question in a dialog, and the button that answers it. What fails is told here, and nothing typed is lost. */
export function DialogForm({
  title,
  action,
  isReady = true,
  isDangerous = false,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  action: string;
  isReady?: boolean;
  /** Something goes, and cannot be had back. */
  isDangerous?: boolean;
  onSubmit: () => Promise<void>;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const task = useTask();
  return (
    <Modal title={title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void task.run(onSubmit);
        }}
      >
        {children}
        {task.failure.value && <Failure error={task.failure.value} />}
        <div class="row">
          <button
            type="submit"
            class={`button ${isDangerous ? 'danger' : 'primary'}`}
            disabled={!isReady}
            aria-busy={task.isBusy.value}
          >
            {action}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {isDangerous ? 'Keep it' : 'Cancel'}
          </button>
        </div>
      </form>
    </Modal>
  );
}
