/**
 * After a change of videos the focus may stand on what goes: the bar of what was chosen, or a card. It is put on
 * the video that was changed or, where that goes, on the next one that stays; on the heading where none does.
 */
export function keepFocus(changed: readonly string[], gone: readonly string[]): void {
  const at = document.activeElement;
  const cards = [...document.querySelectorAll<HTMLElement>('[data-video]')];
  const idOf = (card: HTMLElement | undefined) => card?.dataset['video'] ?? '';
  const here = cards.find((card) => card.contains(at));
  const isLost = at === null || at === document.body || at.closest('[data-bulk]') !== null;
  if (here ? !gone.includes(idOf(here)) : !isLost) return;
  const from = cards.findIndex((card) => (here ? card === here : changed.includes(idOf(card))));
  const stays = (card: HTMLElement) => !gone.includes(idOf(card));
  const next = cards.slice(Math.max(from, 0)).find(stays) ?? cards.findLast(stays);
  const target = next?.querySelector<HTMLElement>('a, button') ?? document.querySelector<HTMLElement>('h1');
  target?.focus({ preventScroll: next === undefined });
}
