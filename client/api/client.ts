import createClient from 'openapi-fetch';
import type { components, paths } from './openapi.d.ts';

/** The API of the origin the page came from, typed by its own description. Cookies travel along. */
export const api = createClient<paths>({ credentials: 'same-origin' });

/** Shapes of the API by the names they have in its description: `Shape<'Video'>`. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];
