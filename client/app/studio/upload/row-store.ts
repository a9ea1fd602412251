import { signal, type ReadonlySignal } from '@preact/signals';
import type { UploadRow } from './upload-row.ts';

/** The rows of the upload page, oldest first: read by whoever shows them, changed by the queue alone. */
export interface RowStore {
  readonly rows: ReadonlySignal<readonly UploadRow[]>;
  find(id: string): UploadRow | undefined;
  add(rows: readonly UploadRow[]): void;
  /** Nothing, where the row is gone. */
  change(id: string, part: Partial<UploadRow>): void;
  remove(id: string): void;
}

export function createRowStore(): RowStore {
  const rows = signal<readonly UploadRow[]>([]);
  return {
    rows,
    find: (id) => rows.peek().find((row) => row.id === id),
    add: (more) => (rows.value = [...rows.peek(), ...more]),
    change(id, part) {
      rows.value = rows.peek().map((row) => (row.id === id ? { ...row, ...part } : row));
    },
    remove: (id) => (rows.value = rows.peek().filter((row) => row.id !== id)),
  };
}
