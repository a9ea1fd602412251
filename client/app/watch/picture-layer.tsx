import { deskParts } from './drawing/desk-parts.ts';
import { LiveLayer } from './drawing/live-layer.tsx';
import { PictureDrawing } from './drawing/picture-drawing.tsx';
import { FlightLayer } from './reactions/flight-layer.tsx';
import { pictureOf } from './picture.ts';
import { useWatch } from './watch.ts';

/** Lies exactly over the visible picture (the player sees to that); presses go through it unless somebody draws. */
export function PictureLayer() {
  const { desk } = pictureOf(useWatch());
  const Board = deskParts.value?.Board;
  return (
    <div slot="picture" class="picture">
      {desk.isOpen.value && Board && <Board />}
      <PictureDrawing />
      <LiveLayer />
      <FlightLayer />
    </div>
  );
}
