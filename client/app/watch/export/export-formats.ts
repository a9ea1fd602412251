import type { paths } from '#client/api/openapi.d.ts';

type Query = paths['/api/videos/{id}/comments/export']['get']['parameters']['query'];
export type ExportFormat = Query['format'];
export type Fps = NonNullable<Query['fps']>;

export const FPS: readonly Fps[] = ['23.976', '24', '25', '29.97', '30', '48', '50', '59.94', '60', '120'];

interface Described {
  format: ExportFormat;
  name: string;
  /** What it is for. */
  use: string;
  /** Where it goes in there; null where everybody knows how to open a file. */
  guide: string | null;
  ending: string;
  /** Whether it counts frames. */
  isForEditing: boolean;
}

export const FORMATS: readonly Described[] = [
  {
    format: 'edl',
    name: 'DaVinci Resolve (EDL)',
    use: 'Timeline markers: blue while open, green when resolved.',
    guide:
      'Select your timeline in the Media Pool, then Timelines → Import → Timeline Markers from EDL. The timeline has the video’s frame rate and begins at 01:00:00:00.',
    ending: 'edl',
    isForEditing: true,
  },
  {
    format: 'fcp7xml',
    name: 'Premiere Pro (FCP7 XML)',
    use: 'A sequence with markers: blue while open, green when resolved.',
    guide:
      'File → Import. A sequence appears that carries the markers: put the video into it, or copy its markers to yours.',
    ending: 'xml',
    isForEditing: true,
  },
  {
    format: 'fcpxml',
    name: 'Final Cut Pro (FCPXML)',
    use: 'A project with to-do markers, ticked off when resolved.',
    guide:
      'File → Import → XML. A project appears with a gap as long as the video that carries the markers: lay the video over it, or copy the gap above your edit.',
    ending: 'fcpxml',
    isForEditing: true,
  },
  {
    format: 'csv',
    name: 'Spreadsheet (CSV)',
    use: 'A row for each thread, with timecodes, who and when.',
    guide: null,
    ending: 'csv',
    isForEditing: false,
  },
  {
    format: 'vtt',
    name: 'Subtitles (WebVTT)',
    use: 'Shown by any player at their moments.',
    guide: 'Load it beside the video as a subtitle track.',
    ending: 'vtt',
    isForEditing: false,
  },
  {
    format: 'json',
    name: 'Data (JSON)',
    use: 'Everything, for programs.',
    guide: null,
    ending: 'json',
    isForEditing: false,
  },
];

/** A name every system takes for a file. */
export const fileNameOf = (title: string, ending: string): string =>
  `${
    title
      .replace(/[/\\:*?"<>|]+/g, ' ')
      .trim()
      .slice(0, 80) || 'video'
  } comments.${ending}`;
