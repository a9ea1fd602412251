/** The part of JSON Schema that says what something is made of; how long or large it may be is the sender's to keep. */
export interface Shape {
  $ref?: string;
  oneOf?: readonly Shape[];
  anyOf?: readonly Shape[];
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  items?: Shape;
  default?: unknown;
}
export type Shapes = Readonly<Record<string, Shape>>;

/** What `fit` answers for something of another shape. */
export const MISFIT = Symbol('misfit');

/**
 * `value` as `shape` describes it: what is left out is filled in where there is a default, what the shape does not
 * know is left away. MISFIT where it is of another shape.
 */
export function fit(shape: Shape, value: unknown, shapes: Shapes): unknown {
  if (shape.$ref !== undefined) return fit(named(shape.$ref, shapes), value, shapes);
  const choices = shape.oneOf ?? shape.anyOf;
  if (choices) return fitOne(choices, value, shapes);
  if ('const' in shape && value !== shape.const) return MISFIT;
  if (shape.enum && !shape.enum.includes(value)) return MISFIT;
  if (shape.type !== undefined && ![shape.type].flat().some((type) => isOfType(value, type))) return MISFIT;
  if (Array.isArray(value)) return shape.items ? fitItems(shape.items, value, shapes) : value;
  return shape.properties && typeof value === 'object' && value !== null
    ? fitProperties(shape, value, shapes)
    : value;
}

function named(ref: string, shapes: Shapes): Shape {
  const shape = shapes[ref.slice(ref.lastIndexOf('/') + 1)];
  if (!shape) throw new Error(`There is no shape ${ref}.`);
  return shape;
}

function fitOne(choices: readonly Shape[], value: unknown, shapes: Shapes): unknown {
  for (const choice of choices) {
    const fitted = fit(choice, value, shapes);
    if (fitted !== MISFIT) return fitted;
  }
  return MISFIT;
}

function fitItems(item: Shape, values: readonly unknown[], shapes: Shapes): unknown {
  const fitted = values.map((each) => fit(item, each, shapes));
  return fitted.includes(MISFIT) ? MISFIT : fitted;
}

/** The discriminating property stands first in our shapes, so that a wrong choice is left at once. */
function fitProperties({ properties = {}, required = [] }: Shape, value: object, shapes: Shapes): unknown {
  const fitted: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(properties)) {
    const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (given === undefined) {
      if (required.includes(name)) return MISFIT;
      if (shape.default !== undefined) fitted[name] = structuredClone(shape.default);
      continue;
    }
    const inner = fit(shape, given, shapes);
    if (inner === MISFIT) return MISFIT;
    fitted[name] = inner;
  }
  return fitted;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  // JSON has no other numbers; nothing that was made here by hand may bring one in.
  if (type === 'number') return Number.isFinite(value);
  return typeof value === type;
}
