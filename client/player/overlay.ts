import type { StreamFailure } from './stream-recovery.ts';
import type { Words } from './words/words.ts';

/** The stream's reasons, and those of what comes before it: the player's own code, the video asked for by its name. */
export type Failure = StreamFailure | 'player' | 'absent' | 'elsewhere' | 'preparing';

/** What stands over the picture, over the picture only: the page around it stays usable. */
export type OverlayState =
  | { kind: 'none' }
  | { kind: 'poster' }
  | { kind: 'waiting' }
  | { kind: 'blocked' }
  | { kind: 'failed'; failure: Failure };

export interface OverlayFacts {
  failure: Failure | null;
  isBlocked: boolean;
  isInStep: boolean;
  hasStarted: boolean;
  /** For long enough to be worth a word. */
  isWaiting: boolean;
}

/** One thing at a time, the gravest first. */
export function overlayOf(facts: OverlayFacts): OverlayState {
  if (facts.failure !== null) return { kind: 'failed', failure: facts.failure };
  if (facts.isBlocked) return { kind: 'blocked' };
  if (facts.isWaiting) return { kind: 'waiting' };
  return facts.hasStarted || facts.isInStep ? { kind: 'none' } : { kind: 'poster' };
}

export interface OverlayActions {
  play(): void;
  join(options: { muted: boolean }): void;
  retry(): void;
}

export function renderOverlay(
  root: HTMLElement,
  state: OverlayState,
  { actions, words }: { actions: OverlayActions; words: Words },
): void {
  root.toggleAttribute('data-shown', state.kind !== 'none');
  switch (state.kind) {
    case 'none':
      return root.replaceChildren();
    case 'poster':
      return root.replaceChildren(button(words.say('play'), actions.play));
    case 'waiting':
      return root.replaceChildren(spinner(), message(words.say('overlay.loading'), 'status'));
    case 'blocked':
      return root.replaceChildren(
        button(words.say('overlay.join'), () => actions.join({ muted: false })),
        button(words.say('overlay.join-muted'), () => actions.join({ muted: true }), 'action action-quiet'),
      );
    case 'failed':
      return root.replaceChildren(
        panel(state.failure, words),
        button(words.say('failure.retry'), actions.retry),
      );
  }
}

function panel(failure: Failure, words: Words): HTMLElement {
  const element = message(words.say(`failure.${failure}`), 'alert');
  if (failure !== 'unplayable') return element;
  const help = document.createElement('span');
  help.className = 'message-help';
  help.textContent = words.say('failure.unplayable-help');
  element.append(help);
  return element;
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
