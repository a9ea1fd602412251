/** Rows as a file of RFC 4180 that spreadsheets of any country part alike. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/**
 * What a spreadsheet would take for a formula gets an apostrophe before it, which it does not show: people choose their
 * names and words. Every cell is quoted: where a spreadsheet parts by `;`, words would begin a cell of their own.
 */
function cell(text: string): string {
  const safe = /^[\s]*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
