import { Visitor } from './visitor.ts';

interface Schema {
  [key: string]: unknown;
}

interface Described {
  operationId: string;
  security: object[];
  parameters?: { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, unknown> }>;
}

export interface Operation extends Described {
  method: string;
  path: string;
}

export interface Description {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

export const getDescription = async (): Promise<Description> =>
  (await new Visitor().get('/openapi.json')).json();

export const operationsOf = ({ paths }: Description): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );

/** The path with every `{name}` filled in. */
export const fill = (path: string, values: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'missing'));

/** Whether an operation is for somebody only: a guest or an account. */
export const needsSomebody = ({ security }: Operation): boolean =>
  security.every((way) => Object.keys(way).length > 0);
