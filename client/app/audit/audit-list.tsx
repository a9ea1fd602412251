import { useSignal, type Signal } from '@preact/signals';
import type { Shape } from '#client/api/client.ts';
import { Awaited } from '#client/ui/awaited.tsx';
import { momentOf } from '#client/ui/dates.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Failure } from '#client/ui/failure.tsx';
import { MoreButton } from '#client/ui/more-button.tsx';
import { usePageList, type Page } from '#client/ui/page-list.ts';
import { useTask } from '#client/ui/task.ts';
import { AUDIT_GROUPS, sentenceOf } from './audit-words.ts';
import { saveFile } from '#client/ui/save-file.ts';

export interface AuditFilter {
  action?: string;
  since?: string;
}
type Event = Shape<'AuditEvent'>;

/** A log of changes of rights, newest first, to be looked through and taken along as a table. */
export function AuditList({
  filter,
  name,
  ask,
  askCsv,
}: {
  filter: Signal<AuditFilter>;
  /** Whose log it is: in the file's name. */
  name: string;
  ask: (query: AuditFilter & { cursor?: string }, signal: AbortSignal) => Promise<Page<Event>>;
  askCsv?: (query: AuditFilter, onPage: (lines: number) => void, signal: AbortSignal) => Promise<string>;
}) {
  const task = useTask();
  const linesRead = useSignal(0);
  const events = usePageList<Event>(
    (cursor, signal) => ask({ ...filter.peek(), ...(cursor && { cursor }) }, signal),
    JSON.stringify(filter.value),
  );
  const download = () =>
    task.run(async () => {
      linesRead.value = 0;
      const csv = await askCsv?.(
        filter.peek(),
        (lines) => (linesRead.value = lines),
        new AbortController().signal,
      );
      if (csv) saveFile(`audit of ${name}.csv`, 'text/csv', csv);
    });
  return (
    <div class="stack">
      <div class="row">
        <select
          class="input inline"
          aria-label="What about"
          value={filter.value.action ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const { action: _, ...rest } = filter.value;
            filter.value = value === '' ? rest : { ...rest, action: value };
          }}
        >
          <option value="">Everything</option>
          {Object.entries(AUDIT_GROUPS).map(([group, words]) => (
            <option key={group} value={group}>
              {words}
            </option>
          ))}
        </select>
        <label class="row small">
          Since
          <input
            class="input inline"
            type="date"
            value={filter.value.since?.slice(0, 10) ?? ''}
            onChange={({ currentTarget: { valueAsDate } }) => {
              const { since: _, ...rest } = filter.value;
              filter.value = valueAsDate ? { ...rest, since: valueAsDate.toISOString() } : rest;
            }}
          />
        </label>
        {askCsv && (
          <button type="button" class="button" aria-busy={task.isBusy.value} onClick={() => void download()}>
            {task.isBusy.value ? `${linesRead.value} lines …` : 'Download CSV'}
          </button>
        )}
      </div>
      {task.failure.value && <Failure error={task.failure.value} />}
      <Awaited of={events.list}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState sentence="Nothing of the kind has happened here." />
          ) : (
            <ol class="rows" aria-label="Audit log">
              {items.map((event) => (
                <AuditRow key={event.id} event={event} />
              ))}
            </ol>
          )
        }
      </Awaited>
      <MoreButton of={events} />
    </div>
  );
}

const AuditRow = ({ event }: { event: Event }) => (
  <li class="row-item">
    <details class="row-words">
      <summary>
        {sentenceOf(event)} <span class="small muted">{momentOf(event.createdAt)}</span>
      </summary>
      <pre class="small" tabIndex={0} aria-label="Details">
        {JSON.stringify(event.details, null, 2)}
      </pre>
      {event.requestId && (
        <p class="small muted">
          Request <code class="long-words">{event.requestId}</code>
        </p>
      )}
    </details>
  </li>
);
