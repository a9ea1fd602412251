/** How much of the window's lower end a keyboard on the screen covers. Whoever has zoomed in looks elsewhere on purpose. */
export const coveredBelow = (
  windowHeight: number,
  { height, offsetTop, scale }: Pick<VisualViewport, 'height' | 'offsetTop' | 'scale'>,
): number => (scale > 1.01 ? 0 : Math.max(0, Math.round(windowHeight - height - offsetTop)));

let isFollowed = false;

/**
 * Has what sticks to the window's lower end stay in sight, where the window does not shrink for the keyboard (Safari on
 * phones). Once for the page.
 */
export function stayAboveKeyboard(): void {
  const viewport = window.visualViewport;
  if (isFollowed || !viewport) return;
  isFollowed = true;
  const follow = () => {
    const covered = coveredBelow(window.innerHeight, viewport);
    document.documentElement.style.setProperty('--covered-below', `${covered}px`);
  };
  for (const name of ['resize', 'scroll']) viewport.addEventListener(name, follow);
  follow();
}
