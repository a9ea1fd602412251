import type { Down } from '#protocol/down.ts';
import type { JoinAnswer } from '#protocol/ticket.ts';
import type { UpOp } from '#protocol/up.ts';
import { fit, MISFIT, type Shape } from './shape.ts';
import { SHAPES } from './shapes.ts';

/** Reads one frame from a room; undefined for what this client does not know. */
export function decodeDown(data: unknown): Down | undefined {
  if (typeof data !== 'string') return undefined;
  return read<Down>('Down', parse(data));
}

/** An op as it was kept; undefined where this client has no such op. */
export const readUpOp = (value: unknown): UpOp | undefined => read<UpOp>('UpOp', value);

/** Throws where the worker answered something else. */
export function readJoinAnswer(value: unknown): JoinAnswer {
  const answer = read<JoinAnswer>('JoinAnswer', value);
  if (!answer) throw new Error('The room was answered for in a way this page does not know. Reload it.');
  return answer;
}

/** Of a shape written where it is used; undefined where it is of another one. */
export function readShape<T>(shape: Shape, value: unknown): T | undefined {
  const fitted = fit(shape, value, SHAPES);
  // The one place where what was read gets its type: the shape is made from the type's own schema.
  return fitted === MISFIT ? undefined : (fitted as T);
}

const read = <T>(name: string, value: unknown): T | undefined => readShape<T>({ $ref: name }, value);

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
