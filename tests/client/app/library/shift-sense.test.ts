import { expect, test } from 'vitest';
import { createShiftSense } from '#client/app/library/shift-sense.ts';

const withShift = { shiftKey: true };
const without = { shiftKey: false };

test('Shift counts where the click says so, as with the pointer', () => {
  const shift = createShiftSense();
  expect([shift.isHeld(withShift), shift.isHeld(without)]).toEqual([true, false]);
});

test('Shift and Space count where the click that they make says nothing of Shift', () => {
  const shift = createShiftSense();
  shift.onKeyDown(withShift);
  expect(shift.isHeld(without)).toBe(true);
});

test('Shift let go before Space does not count, nor does one before a press of the pointer', () => {
  const shift = createShiftSense();
  shift.onKeyDown(withShift);
  shift.onKeyDown(without);
  expect(shift.isHeld(without)).toBe(false);
  shift.onKeyDown(withShift);
  shift.onPointerDown();
  expect(shift.isHeld(without)).toBe(false);
});
