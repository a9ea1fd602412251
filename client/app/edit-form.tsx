import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { SaveFailure } from './save-failure.tsx';
import { goOnFrom, useSaveTask, type Faults, type Seen } from './save-task.ts';
import { useShell } from './shell/shell.ts';

interface EditFormProps<Data, Body> {
  /** How its notices call it: "Your profile". */
  what: string;
  seen: Seen<Data>;
  /** What of it the form shows, where that is not all: the rest may change while it is being filled in. */
  shows?: (data: Data) => unknown;
  /** What the form says; null where something in it cannot be sent. */
  read: (form: FormData) => { body: Body | null; faults?: Faults };
  /** Saves it; with a version only over that one. */
  put: (body: Body, etag: string | null) => Promise<unknown>;
  reload: () => Promise<void>;
  isReadOnly?: boolean;
  children: (data: Data, fault: (pointer: string) => string | undefined) => ComponentChildren;
}

/** A form of what is already there. What others saved meanwhile is never overwritten unasked. */
export function EditForm<Data, Body>({ reload, ...props }: EditFormProps<Data, Body>) {
  const rounds = useSignal(0);
  const beginAnew = () => reload().then(() => void (rounds.value += 1));
  return <OneRound key={rounds.value} {...props} reload={beginAnew} />;
}

function OneRound<Data, Body>(props: EditFormProps<Data, Body>) {
  const { shows = (data) => data, reload, isReadOnly = false } = props;
  const { toasts } = useShell();
  const task = useSaveTask();
  const form = useRef<HTMLFormElement>(null);
  const begun = useRef(props.seen);
  begun.current = goOnFrom(begun.current, props.seen, shows);
  const save = (from: HTMLFormElement, etag: string | null) => {
    const { body, faults = {} } = props.read(new FormData(from));
    task.blame(faults);
    if (body === null) return;
    void task.run(async () => {
      await props.put(body, etag);
      toasts.tell('Saved.');
      await reload();
    });
  };
  return (
    <form
      ref={form}
      class="stack form"
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget, begun.current.etag);
      }}
    >
      {props.children(begun.current.data, (pointer) => task.faults.value[pointer])}
      <SaveFailure
        task={task}
        what={props.what}
        takeTheirs={() => void reload()}
        saveMine={() => form.current && save(form.current, null)}
        retry={() => form.current?.requestSubmit()}
      />
      {!isReadOnly && (
        <div class="row">
          <button type="submit" class="button primary" aria-busy={task.isBusy.value}>
            Save changes
          </button>
        </div>
      )}
    </form>
  );
}
