/**
 * What somebody may watch a video by. A media grant says it, so that serving can ask whether that very right has been
 * taken away since: `open` to all who know the address, its author's `own`, a watch `link`, or what they are in the
 * organization it belongs to.
 */
export type MediaRight =
  | { kind: 'open' }
  | { kind: 'own' }
  | { kind: 'link'; linkId: string }
  | { kind: 'member' | 'admin'; organizationId: string; userId: string };

/** A right, since when it is as it is, and the moment it ends by itself. */
export interface MediaBasis {
  right: MediaRight;
  sinceMs: number;
  untilMs: number | null;
}

/** URL-safe and short: `o`, `w`, `l` and 22 characters, `m` or `a` and twice 22. */
export function encodeRight(right: MediaRight): string {
  if (right.kind === 'open') return 'o';
  if (right.kind === 'own') return 'w';
  if (right.kind === 'link') return `l${packId(right.linkId)}`;
  return `${right.kind === 'member' ? 'm' : 'a'}${packId(right.organizationId)}${packId(right.userId)}`;
}

/** What `encodeRight` made. Undefined for anything else. */
export function decodeRight(text: string): MediaRight | undefined {
  if (text === 'o') return { kind: 'open' };
  if (text === 'w') return { kind: 'own' };
  const [, kind, first, second] = /^([lma])([\w-]{22})([\w-]{22})?$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  if (kind === 'l') return second === undefined ? { kind: 'link', linkId: unpackId(first) } : undefined;
  if (second === undefined) return undefined;
  const ids = { organizationId: unpackId(first), userId: unpackId(second) };
  return { kind: kind === 'm' ? 'member' : 'admin', ...ids };
}

/** The 16 bytes of a UUID as base64url. */
function packId(id: string): string {
  const digits = id.replaceAll('-', '').match(/../g) ?? [];
  const binary = digits.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function unpackId(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = Array.from(binary, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
