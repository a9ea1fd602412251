/** What a mail says: paragraphs, and at most one thing to do. */
export interface Letter {
  subject: string;
  paragraphs: readonly string[];
  action?: { label: string; url: string };
  /** Small, below: why this came, what to do if it was not you. */
  afterword: string;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";

/** A letter as both kinds of text a mail carries. Styles are inline and few: mail programs know no others. */
export function writeLetter(to: string, { subject: said, paragraphs, action, afterword }: Letter) {
  // A header: another line would be another header.
  const subject = said.replace(/\p{Cc}+/gu, ' ');
  const text = [...paragraphs, ...(action ? [`${action.label}: ${action.url}`] : []), afterword].join('\n\n');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escape(subject)}</title></head>
<body style="margin:0;padding:32px 16px;${FONT};font-size:16px;line-height:1.5"><div style="max-width:480px;margin:0 auto">
<p style="margin:0 0 24px;font-weight:700">Lockstep</p>
${paragraphs.map((words) => `<p style="margin:0 0 16px">${escape(words)}</p>`).join('\n')}
${action ? buttonOf(action) : ''}
<p style="margin:32px 0 0;font-size:13px;opacity:.75">${escape(afterword)}</p></div></body></html>`;
  return { to, subject, text, html };
}

const buttonOf = ({ label, url }: { label: string; url: string }): string =>
  `<p style="margin:24px 0"><a href="${escape(url)}" target="_blank" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#3b5bdb;color:#fff;text-decoration:none;font-weight:600">${escape(label)}</a></p>
<p style="margin:0;font-size:13px;opacity:.75;overflow-wrap:anywhere">Or open ${escape(url)}</p>`;
