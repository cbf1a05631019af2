import type { RequestParts } from '@/lib/http';
import { isJsonSchema } from './json-schema-shape';

/** An object that answers nothing and remembers which of its fields were asked for; all of them where it is copied. */
function recorder(seen: Set<string>, names: readonly string[]): Record<string, string> {
  const answer: Record<string, string> = {};
  return new Proxy(answer, {
    get(_, name) {
      if (typeof name === 'string') seen.add(name);
      return undefined;
    },
    ownKeys() {
      for (const name of names) seen.add(name);
      return [];
    },
  });
}

class RecordingQuery extends URLSearchParams {
  constructor(private readonly seen: Set<string>) {
    super();
  }
  override get(name: string) {
    this.seen.add(name);
    return null;
  }
  override has(name: string) {
    this.seen.add(name);
    return false;
  }
}

class RecordingHeaders extends Headers {
  constructor(private readonly seen: Set<string>) {
    super();
  }
  override get(name: string) {
    this.seen.add(name.toLowerCase());
    return null;
  }
}

/** The names that a route takes out of a request, each kind in order. A path that is taken whole is every name of it. */
export function recordedRead(
  read: ((parts: RequestParts) => unknown) | undefined,
  pathNames: readonly string[],
) {
  const [params, query, headers] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const ofPath = recorder(params, pathNames);
  const input = read?.({
    params: ofPath,
    query: new RecordingQuery(query),
    body: {},
    headers: new RecordingHeaders(headers),
  });
  if (input === ofPath) for (const name of pathNames) params.add(name);
  const inOrder = (seen: Set<string>) => [...seen].sort();
  return { params: inOrder(params), query: inOrder(query), headers: inOrder(headers) };
}

/** Where a route parses a field before the schema does, only what it may be comes through. */
const PLAUSIBLE: Readonly<Record<string, unknown>> = { quiet: true, believe_short_list: true };

/** What stands in a body under a name, and nowhere else. */
export const markOf = (name: string): unknown => PLAUSIBLE[name] ?? `the ${name} of the body`;

/** What a route makes of a body with a mark under each of these names, and which names it asked it for. */
export function recordedBody(read: ((parts: RequestParts) => unknown) | undefined, names: readonly string[]) {
  const taken = new Set<string>();
  const body = new Proxy(Object.fromEntries(names.map((name) => [name, markOf(name)])), {
    get(marks, name) {
      if (typeof name === 'string' && name !== 'constructor') taken.add(name);
      return Reflect.get(marks, name);
    },
  });
  const input = read?.({ params: {}, query: new URLSearchParams(), body, headers: new Headers() });
  const at = (field: string) =>
    field.split('.').reduce((value: unknown, part) => (isJsonSchema(value) ? value[part] : undefined), input);
  return { read: at, taken: [...taken] };
}
