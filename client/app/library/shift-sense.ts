export interface ShiftSense {
  onKeyDown(event: Pick<KeyboardEvent, 'shiftKey'>): void;
  onPointerDown(): void;
  /** Whether this click was made with Shift, by pointer or by key. */
  isHeld(click: Pick<MouseEvent, 'shiftKey'>): boolean;
}

/** Firefox says nothing of Shift in the click that Space makes: the key before it knew. */
export function createShiftSense(): ShiftSense {
  let isByKey = false;
  return {
    onKeyDown: ({ shiftKey }) => void (isByKey = shiftKey),
    onPointerDown: () => void (isByKey = false),
    isHeld: ({ shiftKey }) => shiftKey || isByKey,
  };
}
