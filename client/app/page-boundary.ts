/** What the worker knows when it renders a page, handed over in `<script type="application/json" id="boot">`. */
export function readBoot<T>(): T {
  const element = document.getElementById('boot');
  if (!element?.textContent) throw new Error('This page came without its data. Reload it.');
  // Written by worker/pages of the same deployment: trusted as it is.
  return JSON.parse(element.textContent) as T;
}

/** The element a page is rendered into, emptied of what the worker drew for the first paint. */
export function takeContainer(): HTMLElement {
  const container = document.getElementById('app');
  if (!container) throw new Error('This page has no place for its application.');
  container.replaceChildren();
  return container;
}
