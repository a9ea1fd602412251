import { EN, type MessageKey, type Messages } from './messages.ts';

const RIGHT_TO_LEFT = '\u202e';
const END = '\u202c';

/**
 * `ar-XB`, for tests: English that runs from right to left, so that a word which does not come from the messages, and a
 * place that does not know of directions, are seen at once. What is filled in stays as it is.
 */
export const PSEUDO: Messages = Object.fromEntries(
  (Object.entries(EN) as [MessageKey, string][]).map(([key, text]) => [
    key,
    text
      .split(/(\{\w+\})/)
      .map((part) => (part === '' || part.startsWith('{') ? part : `${RIGHT_TO_LEFT}${part}${END}`))
      .join(''),
  ]),
);
