/** What stands over the picture, over the picture only: the page around it stays usable. */
export type OverlayState =
  | { kind: 'none' }
  | { kind: 'poster' }
  | { kind: 'waiting' }
  | { kind: 'blocked' }
  | { kind: 'failed'; words: string };

export interface OverlayFacts {
  failure: string | null;
  isBlocked: boolean;
  isInStep: boolean;
  hasStarted: boolean;
  /** For long enough to be worth a word. */
  isWaiting: boolean;
}

/** One thing at a time, the gravest first. */
export function overlayOf(facts: OverlayFacts): OverlayState {
  if (facts.failure !== null) return { kind: 'failed', words: facts.failure };
  if (facts.isBlocked) return { kind: 'blocked' };
  if (facts.isWaiting) return { kind: 'waiting' };
  return facts.hasStarted || facts.isInStep ? { kind: 'none' } : { kind: 'poster' };
}

export interface OverlayActions {
  play(): void;
  join(options: { muted: boolean }): void;
  retry(): void;
}

export function renderOverlay(root: HTMLElement, state: OverlayState, actions: OverlayActions): void {
  root.toggleAttribute('data-shown', state.kind !== 'none');
  switch (state.kind) {
    case 'none':
      return root.replaceChildren();
    case 'poster':
      return root.replaceChildren(button('Play', actions.play));
    case 'waiting':
      return root.replaceChildren(spinner(), message('Loading…', 'status'));
    case 'blocked':
      return root.replaceChildren(
        button('Join playback', () => actions.join({ muted: false })),
        button('Join without sound', () => actions.join({ muted: true }), 'action action-quiet'),
      );
    case 'failed':
      return root.replaceChildren(message(state.words, 'alert'), button('Try again', actions.retry));
  }
}

function button(words: string, onClick: () => void, className = 'action'): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = words;
  element.addEventListener('click', onClick);
  return element;
}

function message(words: string, role: 'status' | 'alert'): HTMLElement {
  const element = document.createElement('p');
  element.className = 'message';
  element.setAttribute('role', role);
  element.textContent = words;
  return element;
}

function spinner(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'spinner';
  return element;
}
