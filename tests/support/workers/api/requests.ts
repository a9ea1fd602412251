import * as fc from 'fast-check';
import type { Asked } from '#tests/support/workers/visitor.ts';
import { bodySchemaOf, bodyTypeOf, type Description, type Operation } from './operations.ts';
import { strangeTexts, strangeValues, valuesOf, type Schema } from './schema-values.ts';

/** A request as anybody might make it, rightly or not. */
export interface FuzzedRequest {
  operation: Operation;
  address: string;
  asked: Asked;
}

/** Requests to all operations, made from their description: whole ones, and such as are spoiled somewhere. */
export function requestsOf(
  description: Description,
  ids: Record<string, string>,
): fc.Arbitrary<FuzzedRequest> {
  const all = Object.values(ids);
  return fc.oneof(...description.operations.map((operation) => requestTo(operation, description, ids, all)));
}

function requestTo(
  operation: Operation,
  { schemas }: Description,
  ids: Record<string, string>,
  all: readonly string[],
): fc.Arbitrary<FuzzedRequest> {
  const places = fc.record(
    Object.fromEntries(operation.params.map((name) => [name, placeOf(ids[name] ?? 'missing', all)])),
  );
  const queries = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const query = fc.record(
    Object.fromEntries(
      queries.map(({ name, schema }) => [
        name,
        mostly(valuesOf(schema, schemas, all).map(String), strangeTexts),
      ]),
    ),
    { requiredKeys: [] },
  );
  const body = bodyOf(operation, schemas, all);
  return fc.tuple(places, query, body, headersOf(all)).map(([at, said, asked, headers]) => {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(wellFormed(at[name] ?? '')),
    );
    const search = new URLSearchParams(
      Object.entries(said).map(([name, value]) => [name, wellFormed(value ?? '')]),
    );
    const address = search.size > 0 ? `${path}?${search}` : path;
    return { operation, address, asked: { ...asked, headers: { ...headers, ...asked.headers } } };
  });
}

const wellFormed = (text: string): string => text.toWellFormed();

const mostly = <T>(usual: fc.Arbitrary<T>, strange: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: strange });

/** The right id, mostly; or one of something else, or none at all. */
const placeOf = (right: string, all: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom(right, ...all) },
    { weight: 1, arbitrary: fc.oneof(fc.uuid(), strangeTexts) },
  );

function bodyOf(
  operation: Operation,
  schemas: Description['schemas'],
  all: readonly string[],
): fc.Arbitrary<Asked> {
  const schema = bodySchemaOf(operation, schemas);
  if (schema) {
    const whole = valuesOf(schema, schemas, all);
    return fc.oneof(
      { weight: 3, arbitrary: whole.map((json): Asked => ({ json })) },
      { weight: 3, arbitrary: spoiled(schema, whole) },
      { weight: 1, arbitrary: strangeBodies },
    );
  }
  const type = bodyTypeOf(operation);
  if (type === undefined) return fc.constant({});
  return fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => ({ body: bytes.slice().buffer, headers: { 'content-type': type } }));
}

/** A whole body with one of its fields, or one too many, being anything. */
const spoiled = (schema: Schema, whole: fc.Arbitrary<unknown>): fc.Arbitrary<Asked> =>
  fc
    .tuple(
      whole,
      fc.constantFrom(...Object.keys(schema.properties ?? {}), '__proto__', 'extra'),
      strangeValues,
    )
    .map(([body, field, value]) => ({
      json:
        typeof body === 'object' && body !== null && !Array.isArray(body)
          ? { ...body, [field]: value }
          : value,
    }));

const strangeBodies: fc.Arbitrary<Asked> = fc
  .tuple(
    fc.oneof(
      strangeValues.map((value) => JSON.stringify(value)),
      fc.constantFrom('', '{', '[]', '"', '1e999', '\uFEFF{}', '{"a":"\\ud800"}'),
    ),
    fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
    ),
  )
  .map(([body, type]): Asked => (type === '' ? { body } : { body, headers: { 'content-type': type } }));

/** What may come along: conditions, keys, ranges, ids, each well made or not. */
const headersOf = (all: readonly string[]): fc.Arbitrary<Record<string, string>> =>
  fc
    .record(
      {
        'if-match': fc.constantFrom('"x"', '*', 'W/"1"', '"', ...all.slice(0, 2)),
        'if-none-match': fc.constantFrom('"x"', '*'),
        'idempotency-key': fc.oneof(fc.uuid(), fc.constantFrom('', 'x'.repeat(300), '"quoted"')),
        'x-request-id': fc.constantFrom('abc', 'x'.repeat(1000), 'a b', '<script>'),
        authorization: fc.constantFrom(
          'Bearer',
          'Bearer x',
          'Basic eDp5',
          'Bearer lk_live_0000000000000000000000000000',
        ),
        range: fc.constantFrom('bytes=0-1', 'bytes=5-1', 'bytes=-1', 'x'),
        accept: fc.constantFrom('text/html', 'application/json', 'text/csv', '*/*;q=0', 'x'),
      },
      { requiredKeys: [] },
    )
    .map((headers) => Object.entries(headers))
    .chain((all) => fc.subarray(all, { maxLength: Math.min(1, all.length) }))
    .map((some) => Object.fromEntries(some) as Record<string, string>);
