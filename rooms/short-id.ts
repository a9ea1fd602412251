/** 64 random bits as the 11 URL-safe characters that links carry. */
export function makeShortId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 11);
}
