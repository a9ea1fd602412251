/** The content of a body or an answer in JSON, as route values describe it. */
export const json = <Schema>(schema: Schema) => ({ 'application/json': { schema } });

/** A body that has to be there. */
export const jsonBody = <Schema>(schema: Schema) => ({ required: true, content: json(schema) });

export const jsonAnswer = <Schema>(description: string, schema: Schema) => ({
  description,
  content: json(schema),
});
