import { resolve, type Schema, type Schemas } from './schema-values.ts';

/** A body that one field spoils, and the field. */
export interface Spoiled {
  field: string;
  value: unknown;
  body: unknown;
}

/** Of a body that is right: every field in turn with every kind of value its schema refuses. */
export function spoiledBodies(given: Schema, schemas: Schemas, right: Record<string, unknown>): Spoiled[] {
  const { properties = {}, required = [] } = resolve(given, schemas);
  const spoiled = Object.entries(properties).flatMap(([field, schema]) =>
    refusedBy(schema, schemas).map((value) => ({ field, value, body: { ...right, [field]: value } })),
  );
  const lacking = required.map((field) => {
    const { [field]: _, ...body } = right;
    return { field, value: undefined, body };
  });
  return [...spoiled, ...lacking];
}

/** Values the schema cannot take: another type, too long, too many, too small, no member of its set. */
function refusedBy(given: Schema, schemas: Schemas): unknown[] {
  const schema = resolve(given, schemas);
  const parts = (schema.anyOf ?? schema.oneOf)?.map((part) => resolve(part, schemas)) ?? [schema];
  const types = new Set(
    parts.flatMap(
      (part) => part.type ?? (part.properties ? 'object' : typeof (part.const ?? part.enum?.[0])),
    ),
  );
  const others: [string, unknown][] = [
    ['string', 'x'.repeat(20_001)],
    ['number', 1e300],
    ['boolean', true],
    ['array', [[]]],
    ['object', { nested: {} }],
    ['null', null],
  ];
  const isTaken = (type: string) => types.has(type) || (type === 'number' && types.has('integer'));
  const ofOtherType = others.filter(([type]) => !isTaken(type)).map(([, value]) => value);
  return [...ofOtherType, ...parts.flatMap(outOfBounds)];
}

function outOfBounds(part: Schema): unknown[] {
  const values: unknown[] = [];
  if (part.maxLength !== undefined) values.push('x'.repeat(part.maxLength + 1));
  if (part.minLength !== undefined && part.minLength > 0) values.push('');
  if (part.enum) values.push('no such thing');
  if (
    part.type === 'string' &&
    (part.format === 'uuid' ||
      part.format === 'email' ||
      part.format === 'date-time' ||
      part.pattern !== undefined)
  )
    values.push(' ?? ');
  if (part.maximum !== undefined) values.push(part.maximum + 1);
  if (part.minimum !== undefined) values.push(part.minimum - 1);
  if (part.type === 'integer') values.push(0.5);
  if (part.maxItems !== undefined)
    values.push(Array.from({ length: part.maxItems + 1 }, (_, index) => index));
  return values;
}
