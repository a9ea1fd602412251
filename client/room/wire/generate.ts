import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Down } from '#protocol/down.ts';
import { JoinAnswer } from '#protocol/ticket.ts';
import { UpOp } from '#protocol/up.ts';

const FILE = join(import.meta.dirname, 'shapes.ts');
const HEADER = `// Made by \`npm run api:generate\` from rooms/protocol. Do not edit.
import type { Shapes } from './shape.ts';

export const SHAPES: Shapes = `;

/** What of a schema is about shape (shape.ts); bounds, formats and words are left out. */
const KEPT = new Set([
  '$ref',
  'oneOf',
  'anyOf',
  'type',
  'const',
  'enum',
  'properties',
  'required',
  'items',
  'default',
]);

function shapeOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(shapeOf);
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(([keyword]) => KEPT.has(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [keyword, keyword === 'properties' ? ofEach(value) : shapeOf(value)]),
  );
}

/** Of things by name, where a name may be the same as a keyword. */
const ofEach = (named: object): object =>
  Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, shapeOf(schema)]));

/** The shapes of all that the browser reads of rooms, as they stand in the protocol's schemas. */
export function shapesOfProtocol(): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries({ Down, UpOp, JoinAnswer })) {
    const { $defs = {}, ...own } = z.toJSONSchema(schema, { io: 'input' });
    Object.assign(all, ofEach($defs));
    // A schema with a name of its own is given as a reference to itself.
    if (own.$ref === undefined) all[name] = shapeOf(own);
  }
  return all;
}

export const shapesText = (): string => `${HEADER}${JSON.stringify(shapesOfProtocol())};\n`;

if (import.meta.main) {
  writeFileSync(FILE, shapesText());
  console.log(`Wrote ${FILE}`);
}
