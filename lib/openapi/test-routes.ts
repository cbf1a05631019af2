import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Handler } from '@/lib/http';
import type { Method } from './described-operation';

const ROOT = join(import.meta.dirname, '../..');
const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The path of a route as callers know it: `[serviceId]` of a folder is `{service_id}`. */
const pathOf = (file: string) =>
  `/api/v1/${file.replace(/route\.ts$/, '').replace(/\[(\w+)\]/g, (_, name: string) => `{${snakeCase(name)}}`)}`;

export type FoundRoute = { method: Method; path: string; handler: Handler };

/** Every method of every route under app/api/v1, as they lie on the disk; what a path refuses is not among them. */
export async function routesOnDisk(): Promise<FoundRoute[]> {
  const folder = join(ROOT, 'app/api/v1');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('route.ts'))
    .sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const served = (await import(pathToFileURL(join(folder, file)).href)) as Partial<
        Record<Method, Handler>
      >;
      return METHODS.flatMap((method) => {
        const handler = served[method];
        // Null is a method that the path answers with 405.
        return handler === undefined || handler.declared === null
          ? []
          : [{ method, path: pathOf(file), handler }];
      });
    }),
  );
  return found.flat();
}
