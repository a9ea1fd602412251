import { Visitor, type Asked } from '#tests/support/workers/visitor.ts';
import type { Access } from '#worker/http/access.ts';
import { exampleOf, resolve, type Schema, type Schemas } from './schema-values.ts';

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

interface Described {
  operationId: string;
  summary: string;
  security: object[];
  'x-access'?: Access;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
}

export interface Operation extends Described {
  method: string;
  path: string;
  /** Of the route's own word on who may call it. */
  access: Access;
  params: string[];
}

export interface Description {
  operations: Operation[];
  schemas: Schemas;
}

export async function getDescription(): Promise<Description> {
  const { paths, components } = await (
    await new Visitor().get('/openapi.json')
  ).json<{
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Schemas };
  }>();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...described,
      path,
      method: method.toUpperCase(),
      access: described['x-access'] ?? { who: 'anyone' as const, scope: 'session' as const },
      params: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    })),
  );
  return { operations, schemas: components.schemas };
}

export const named = ({ method, path }: Operation): string => `${method} ${path}`;

/** The address with every `{name}` filled in. */
export const fill = (path: string, ids: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? 'missing'));

export const bodyTypeOf = ({ requestBody }: Operation): string | undefined =>
  Object.keys(requestBody?.content ?? {})[0];

export const bodySchemaOf = ({ requestBody }: Operation, schemas: Schemas): Schema | undefined => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema && resolve(schema, schemas);
};

/** What is sent along when nothing is meant to be wrong with it; fields called like an id of `ids` say that one. */
export function rightlyAsked(
  operation: Operation,
  schemas: Schemas,
  ids: Record<string, string> = {},
): Asked {
  // What may be left out is left out: it has its default.
  if (operation.requestBody?.required !== true) return {};
  const schema = bodySchemaOf(operation, schemas);
  if (schema) return { json: naming(exampleOf(schema, schemas), ids) };
  const type = bodyTypeOf(operation);
  return type === undefined ? {} : { body: 'nothing', headers: { 'content-type': type } };
}

const naming = (body: unknown, ids: Record<string, string>): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name, (name !== 'id' && ids[name]) || value]),
      )
    : body;

/** What every query parameter that must be there says. */
export function rightQuery({ parameters = [] }: Operation, schemas: Schemas): string {
  const needed = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const query = new URLSearchParams(
    needed.map(({ name, schema }) => [name, String(exampleOf(schema, schemas))]),
  );
  return query.size > 0 ? `?${query}` : '';
}
