import type { Cut } from './cut.ts';
import { frameAt } from './frame-rate.ts';
import type { Marker } from './markers.ts';

/** The timeline's frames: the video's, and at least as many as there are markers to hold. */
export const lengthFramesOf = ({ durationSeconds, rate }: Cut, markers: readonly Marker[]): number =>
  Math.max(
    1,
    frameAt(durationSeconds ?? 0, rate),
    ...markers.map(({ frame, lengthFrames }) => frame + lengthFrames),
  );
