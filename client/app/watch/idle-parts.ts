/**
 * Parts that come when they are shown, but must be there when the connection is not: answering, editing, what was
 * refused. Fetched once the page has nothing else to do.
 */
export { stayAboveKeyboard } from './comments/above-keyboard.ts';
export { DiscardQuestion } from './comments/discard-question.tsx';
export { EditForm } from './comments/edit-form.tsx';
export { RangeChip } from './comments/range-chip.tsx';
export { RefusedWords } from './comments/refused-words.tsx';
export { ResolvedLine } from './comments/resolved-line.tsx';
export { UndoDelete } from './comments/undo-delete.tsx';
export { ReplyForm } from './comments/reply-form.tsx';
export { DraftDrawing } from './drawing/draft-drawing.tsx';
export { NameQuestion } from './name-question.tsx';
export { tellHappenings } from './happenings.ts';
export { makeGuest } from './make-guest.ts';
