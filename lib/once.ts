/**
 * A value of which this process has one. Next evaluates a server module several times in one process, so a variable of
 * the module would be several; this one lives on `globalThis`.
 */
export function once<T>(name: string, make: () => T): () => T {
  const key = Symbol.for(`pulso.${name}`);
  const shared = globalThis as { [key: symbol]: T | undefined };
  return () => (shared[key] ??= make());
}
