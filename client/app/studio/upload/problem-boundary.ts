/** The sentence in an answer's problem+json, if there is one. */
export function sentenceIn(body: string | undefined): string | undefined {
  if (!body) return undefined;
  try {
    const problem: unknown = JSON.parse(body);
    const detail: unknown =
      typeof problem === 'object' && problem !== null ? Reflect.get(problem, 'detail') : null;
    return typeof detail === 'string' ? detail : undefined;
  } catch {
    return undefined;
  }
}
