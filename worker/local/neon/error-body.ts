import { DatabaseError } from 'pg';

const FIELDS = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const;

/** An error as Neon answers it: PostgreSQL's own are the caller's (400, every field), all else is ours (500). */
export function errorAnswerOf(error: unknown): { status: number; body: Record<string, unknown> } {
  if (!(error instanceof DatabaseError))
    return { status: 500, body: { message: error instanceof Error ? error.message : String(error) } };
  const fields = FIELDS.map((name) => [name, error[name] ?? null] as const);
  return { status: 400, body: { message: error.message, ...Object.fromEntries(fields) } };
}
