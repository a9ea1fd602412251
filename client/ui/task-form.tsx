import type { ComponentChildren } from 'preact';
import { Failure } from './failure.tsx';
import { useTask } from './task.ts';

/** A form whose button does something at the server. What fails is told above it, and nothing typed is lost. */
export function TaskForm({
  action,
  isMain = true,
  onSubmit,
  onCancel,
  children,
}: {
  /** The button, such as "Add it". */
  action: string;
  /** Whether it is what its page is for. */
  isMain?: boolean;
  onSubmit: (form: HTMLFormElement) => Promise<unknown>;
  onCancel?: () => void;
  children: ComponentChildren;
}) {
  const task = useTask();
  return (
    <form
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        void task.run(() => onSubmit(form));
      }}
    >
      {children}
      {task.failure.value && <Failure error={task.failure.value} />}
      <div class="row">
        <button type="submit" class={`button${isMain ? ' primary' : ''}`} aria-busy={task.isBusy.value}>
          {action}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
