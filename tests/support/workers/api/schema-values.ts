import * as fc from 'fast-check';

/** A JSON Schema as the description writes it (2020-12, what zod makes of it). */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  example?: unknown;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

export type Schemas = Record<string, Schema>;

/** The schema behind a reference. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref === undefined) return schema;
  return resolve(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
}

/** Values the schema takes; `ids` stand in for uuids now and then, so that something is there to be found. */
export function valuesOf(given: Schema, schemas: Schemas, ids: readonly string[]): fc.Arbitrary<unknown> {
  const schema = resolve(given, schemas);
  const inner = (part: Schema) => valuesOf(part, schemas, ids);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(inner));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(inner)).map((parts) => Object.assign({}, ...parts));
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => valuesOfType(type, schema, schemas, ids)));
}

function valuesOfType(
  type: string,
  schema: Schema,
  schemas: Schemas,
  ids: readonly string[],
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numbersOf(schema, type === 'integer');
    case 'string':
      return textsOf(schema, ids);
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, schemas, ids), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3),
      });
    default:
      return objectsOf(schema, schemas, ids);
  }
}

function objectsOf(schema: Schema, schemas: Schemas, ids: readonly string[]): fc.Arbitrary<object> {
  const properties = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(properties.map(([name, part]) => [name, valuesOf(part, schemas, ids)]));
  return fc.record(model, { requiredKeys: (schema.required ?? []).filter((name) => name in model) });
}

function numbersOf(schema: Schema, isInteger: boolean): fc.Arbitrary<number> {
  const min =
    schema.minimum ??
    (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + (isInteger ? 1 : 0.001));
  const max =
    schema.maximum ??
    (schema.exclusiveMaximum === undefined
      ? Math.max(min, 1000)
      : schema.exclusiveMaximum - (isInteger ? 1 : 0.001));
  if (isInteger) return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(max, 2 ** 31 - 1) });
  return fc.double({ min, max: Math.min(max, 1e9), noNaN: true });
}

const FORMATS: Record<string, (ids: readonly string[]) => fc.Arbitrary<string>> = {
  uuid: (ids) => (ids.length > 0 ? fc.oneof(fc.constantFrom(...ids), fc.uuid()) : fc.uuid()),
  'date-time': () =>
    fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  email: () => fc.emailAddress().map((address) => address.toLowerCase()),
  uri: () => fc.webUrl({ validSchemes: ['https'] }),
};

function textsOf(schema: Schema, ids: readonly string[]): fc.Arbitrary<string> {
  const byFormat = schema.format === undefined ? undefined : FORMATS[schema.format];
  if (byFormat) return byFormat(ids);
  if (typeof schema.example === 'string' && schema.pattern !== undefined) return fc.constant(schema.example);
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
  const minLength = schema.minLength ?? 0;
  return fc
    .string({ minLength, maxLength: Math.max(minLength, Math.min(schema.maxLength ?? 30, minLength + 30)) })
    .map((text) => text.replaceAll(' ', '_'));
}

/** One value the schema takes, the same every time: its example, or what is made of its parts. */
export function exampleOf(given: Schema, schemas: Schemas, ids: readonly string[] = []): unknown {
  const schema = resolve(given, schemas);
  if (schema.example !== undefined) return structuredClone(schema.example);
  if (schema.properties && !schema.anyOf && !schema.oneOf) {
    const required = schema.required ?? [];
    // Where all may be left out, an edit wants at least one.
    const names = required.length > 0 ? required : Object.keys(schema.properties).slice(0, 1);
    return Object.fromEntries(
      names.flatMap((name) => {
        const part = schema.properties?.[name];
        return part ? [[name, exampleOf(part, schemas, ids)]] : [];
      }),
    );
  }
  return fc.sample(valuesOf(schema, schemas, ids), { numRuns: 1, seed: 7 })[0];
}

/** Values of any kind, none of them meant by anybody. */
export const strangeTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    'AAAA',
    'WyJ4Il0',
    "' or 1=1 --",
    '\u0000',
    '%',
    '\u202e',
    '../..',
    '{{7*7}}',
  ),
);
export const strangeValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  strangeTexts,
  fc.constantFrom(
    -1,
    1e308,
    0.1,
    1e9,
    2 ** 53,
    999_999.9999,
    'x'.repeat(3000),
    [],
    {},
    true,
    null,
    '\ud800',
    ['\u0000'],
  ),
);
