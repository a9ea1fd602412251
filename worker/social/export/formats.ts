import { toJson } from './comment-json.ts';
import { commentsCsv } from './csv.ts';
import type { Cut, Export } from './cut.ts';
import { toEdl } from './edl.ts';
import { toFcp7Xml } from './fcp7-xml.ts';
import { toFcpxml } from './fcpxml.ts';
import { toVtt } from './vtt.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'vtt', 'edl', 'fcpxml', 'fcp7xml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Written {
  contentType: string;
  /** What the file's name ends with. */
  ending: string;
  text: string;
}

/** Formats of editing programs: they count frames, so they take a frame rate. */
const EDITING: Record<'edl' | 'fcpxml' | 'fcp7xml', (cut: Cut) => Written> = {
  edl: (cut) => ({ contentType: 'text/plain', ending: 'edl', text: toEdl(cut) }),
  fcpxml: (cut) => ({ contentType: 'application/xml', ending: 'fcpxml', text: toFcpxml(cut) }),
  fcp7xml: (cut) => ({ contentType: 'application/xml', ending: 'xml', text: toFcp7Xml(cut) }),
};

const READING: Record<'csv' | 'json' | 'vtt', (comments: Export) => Written> = {
  csv: (comments) => ({ contentType: 'text/csv', ending: 'csv', text: commentsCsv(comments) }),
  json: (comments) => ({ contentType: 'application/json', ending: 'json', text: toJson(comments) }),
  vtt: (comments) => ({ contentType: 'text/vtt', ending: 'vtt', text: toVtt(comments) }),
};

/** The file; undefined where the format counts frames and nobody knows how many there are in a second. */
export function writeExport(format: ExportFormat, comments: Export): Written | undefined {
  if (format === 'csv' || format === 'json' || format === 'vtt') return READING[format](comments);
  const { rate } = comments;
  return rate ? EDITING[format]({ ...comments, rate }) : undefined;
}
