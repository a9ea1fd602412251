import type { PlayerMarker } from './player-contract.ts';

/** Markers that share one button, where they would lie on top of each other. */
export interface MarkerCluster {
  /** Along the timeline, 0 to 1: where the first of them stands. */
  fraction: number;
  positionSeconds: number;
  markers: readonly PlayerMarker[];
}

/** Half a button: two buttons nearer than this on both sides would cover each other's target. */
const RADIUS_PX = 12;

/** Gathers markers in time order; each cluster begins at its first marker and reaches a button's width. */
export function clusterMarkers(
  markers: readonly PlayerMarker[],
  durationSeconds: number,
  widthPx: number,
): MarkerCluster[] {
  if (!(durationSeconds > 0)) return [];
  const reachSeconds = widthPx > 0 ? (2 * RADIUS_PX * durationSeconds) / widthPx : 0;
  const clusters: (MarkerCluster & { markers: PlayerMarker[] })[] = [];
  for (const marker of [...markers].sort((a, b) => a.positionSeconds - b.positionSeconds)) {
    const last = clusters.at(-1);
    if (last && marker.positionSeconds - last.positionSeconds < reachSeconds) {
      last.markers.push(marker);
      continue;
    }
    const fraction = Math.min(Math.max(marker.positionSeconds / durationSeconds, 0), 1);
    clusters.push({ fraction, positionSeconds: marker.positionSeconds, markers: [marker] });
  }
  return clusters;
}

/** A marker's length on the timeline, both ends 0 to 1. */
export interface MarkerSpan {
  start: number;
  end: number;
  isQuiet: boolean;
}

/** Where markers on more than a moment reach from and to. */
export const spansOf = (markers: readonly PlayerMarker[], durationSeconds: number): MarkerSpan[] =>
  durationSeconds > 0
    ? markers.flatMap(({ positionSeconds, endSeconds, isQuiet = false }) => {
        if (endSeconds === undefined || endSeconds <= positionSeconds) return [];
        const [start, end] = [positionSeconds, endSeconds].map((at) => Math.min(at / durationSeconds, 1));
        return start === undefined || end === undefined ? [] : [{ start, end, isQuiet }];
      })
    : [];
