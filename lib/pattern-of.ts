export type Params = Record<string, string | string[] | undefined>;

/** The path with the names of its parameters instead of their values, of which there is no end. */
export function patternOf(url: URL, params: Params): string {
  const names = new Map(
    Object.entries(params).flatMap(([name, value]) => [value ?? ''].flat().map((one) => [one, name])),
  );
  const parts = url.pathname.split('/').filter(Boolean).map(decoded);
  const named = parts.map((part) => (names.has(part) ? `[${names.get(part)}]` : part));
  return `/${named.join('/')}`.slice(0, 200);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
