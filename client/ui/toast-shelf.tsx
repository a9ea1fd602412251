import type { Toasts } from './toasts.ts';

/** What is told at the page's foot now. */
export function ToastShelf({ toasts }: { toasts: Toasts }) {
  if (toasts.shown.value.length === 0) return null;
  return (
    <section class="toast-shelf" aria-label="Notices">
      {toasts.shown.value.map(({ id, sentence, action }) => (
        <div class="toast" key={id}>
          <span>{sentence}</span>
          {action && (
            <button
              type="button"
              class="button"
              onClick={() => {
                toasts.dismiss(id);
                action.act();
              }}
            >
              {action.label}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
