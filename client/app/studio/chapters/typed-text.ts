/** What is being written as text, of which list. */
export interface TypedText {
  text: string;
  /** The list as text that it was begun with, or became. */
  of: string;
  /** Whether the list says the same: what is not taken over yet is nowhere but in the text. */
  isTaken: boolean;
}

/** What the text box shows: what was taken over already is shown as the list has it by now. */
export const shownText = (typed: TypedText | null, list: string): string =>
  typed && (!typed.isTaken || typed.of === list) ? typed.text : list;

/** The list has become another while something was written that it does not have yet. */
export const isBehind = (typed: TypedText | null, list: string): boolean =>
  typed !== null && !typed.isTaken && typed.of !== list;

/** The list that a next key is made to: another one by now must not be written over. */
export const listBefore = (typed: TypedText | null, drawn: string, list: string): string =>
  typed && (!typed.isTaken || typed.of === list) ? typed.of : drawn;
