import { useState } from 'preact/hooks';
import { createShiftSense } from './shift-sense.ts';

/** The box that chooses one of many, with room around it to press; with Shift, all from the one chosen last. */
export function ChoiceBox({
  title,
  look,
  isChosen,
  onChoose,
}: {
  title: string;
  look: 'card-choice' | 'row-choice';
  isChosen: boolean;
  onChoose: (isOn: boolean, isRange: boolean) => void;
}) {
  const [shift] = useState(createShiftSense);
  // Firefox hands no click with Shift on from a label to its box.
  const onLabel = (event: MouseEvent) => {
    if (!event.shiftKey || event.target !== event.currentTarget) return;
    event.preventDefault();
    onChoose(!isChosen, true);
  };
  return (
    <label class={look} onClick={onLabel}>
      <input
        type="checkbox"
        checked={isChosen}
        onKeyDown={shift.onKeyDown}
        onPointerDown={shift.onPointerDown}
        onClick={(event) => onChoose(event.currentTarget.checked, shift.isHeld(event))}
        aria-label={`Select ${title}`}
      />
    </label>
  );
}
