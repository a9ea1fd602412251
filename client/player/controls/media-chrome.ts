/** All of media-chrome that we use. Nothing outside this folder imports it: it is to be exchanged one day. */
import 'media-chrome/media-airplay-button';
import 'media-chrome/media-controller';
import 'media-chrome/media-control-bar';
import 'media-chrome/media-fullscreen-button';
import 'media-chrome/media-mute-button';
import 'media-chrome/media-pip-button';
import 'media-chrome/media-play-button';
import 'media-chrome/media-volume-range';
import './review-time-range.ts';
import './timeline-markers.ts';

export type { MediaController } from 'media-chrome/media-controller';
export type { ReviewTimeRange } from './review-time-range.ts';
export type { TimelineMarkers } from './timeline-markers.ts';
