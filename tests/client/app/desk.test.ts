import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Drawing } from '#protocol/drawing.ts';
import { createDesk } from '#client/app/watch/drawing/desk.ts';
import { createInkSender } from '#client/app/watch/drawing/ink-sender.ts';

const sent: unknown[] = [];
const room = {
  addInk: (piece: unknown) => void sent.push(piece),
  clearInk: () => void sent.push('clear'),
};
let isShared = true;

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  isShared = true;
});
afterEach(() => void vi.useRealTimers());

function openDesk() {
  const drawing = signal<Drawing>([]);
  const ink = createInkSender(room, () => isShared);
  const desk = createDesk(drawing, ink);
  desk.open();
  const draw = (...xs: number[]) => {
    const [first = 0, ...rest] = xs;
    desk.begin({ x: first, y: 0.5 }, 1);
    desk.extend(rest.map((x) => ({ x, y: 0.5 })));
    desk.end();
  };
  return { drawing, desk, ink, draw };
}

describe('the desk', () => {
  test('keeps strokes in the chosen colour, simplified', () => {
    const { drawing, desk, draw } = openDesk();
    draw(0.1, 0.2, 0.3);
    desk.color.value = 'blue';
    draw(0.5);
    expect(drawing.value).toEqual([
      { color: 'red', points: [0.1, 0.5, 0.3, 0.5] },
      { color: 'blue', points: [0.5, 0.5] },
    ]);
  });

  test('takes back strokes, and that all were cleared', () => {
    const { drawing, desk, draw } = openDesk();
    draw(0.1);
    draw(0.2);
    desk.clear();
    desk.undo();
    expect(drawing.value).toHaveLength(2);
    desk.undo();
    desk.undo();
    expect([drawing.value, desk.mayUndo.value]).toEqual([[], false]);
  });

  test('opened again it has forgotten what was posted meanwhile', () => {
    const { drawing, desk, draw } = openDesk();
    draw(0.1);
    desk.close();
    drawing.value = [];
    desk.open();
    desk.undo();
    expect(drawing.value).toEqual([]);
  });
});

describe('ink for the others', () => {
  test('goes out ten times a second, in pieces that the room takes', () => {
    const { desk } = openDesk();
    desk.begin({ x: 0, y: 0 }, 1);
    desk.extend(Array.from({ length: 100 }, (_, step) => ({ x: step / 100, y: 0.5 })));
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(sent).toMatchObject([{ strokeId: '1', color: 'red' }]);
    vi.advanceTimersByTime(100);
    expect(sent.map((piece) => (piece as { points: number[] }).points.length)).toEqual([128, 74]);
  });

  test('is drawn anew after a stroke was taken back, and gone at the end', () => {
    const { desk, ink, draw } = openDesk();
    draw(0.1);
    draw(0.2);
    vi.advanceTimersByTime(300);
    sent.length = 0;
    desk.undo();
    vi.advanceTimersByTime(300);
    ink.clear();
    ink.clear();
    expect(sent).toEqual(['clear', { strokeId: 'again-0', color: 'red', points: [0.1, 0.5] }, 'clear']);
  });

  test('stays where it is while one is alone', () => {
    isShared = false;
    const { desk, draw, ink } = openDesk();
    draw(0.1, 0.2);
    desk.clear();
    ink.clear();
    vi.advanceTimersByTime(500);
    expect(sent).toEqual([]);
  });
});
