import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { expect, test } from './fixtures';
import { rawRequest } from './raw-request';

// What past holes of the framework were in is not there to be used; the build says so, and not only the sources.

const manifest = (name: string): unknown => JSON.parse(readFileSync(path.join('.next', name), 'utf8'));

const SOURCES = ['app', 'components', 'lib', 'proxy.ts', 'instrumentation.ts', 'instrumentation-client.ts'];

function sourceFiles(place: string): string[] {
  if (/\.tsx?$/.test(place)) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => path.join(place, name));
}

test('the build holds no server action', () => {
  const actions = z
    .object({ node: z.record(z.string(), z.unknown()), edge: z.record(z.string(), z.unknown()) })
    .parse(manifest('server/server-reference-manifest.json'));
  expect([actions.node, actions.edge]).toEqual([{}, {}]);
});

test('the build holds no rewrite, and redirects only to put an address right', () => {
  const routes = z
    .object({
      rewrites: z.union([
        z.array(z.unknown()),
        z.object({
          beforeFiles: z.array(z.unknown()),
          afterFiles: z.array(z.unknown()),
          fallback: z.array(z.unknown()),
        }),
      ]),
      redirects: z.array(z.object({ internal: z.boolean().optional() })),
    })
    .parse(manifest('routes-manifest.json'));
  const rewrites = Array.isArray(routes.rewrites) ? routes.rewrites : Object.values(routes.rewrites).flat();
  expect(rewrites).toEqual([]);
  expect(routes.redirects.filter(({ internal }) => internal !== true)).toEqual([]);
});

test('the image optimizer is off and answers nothing', async () => {
  const { images } = z
    .object({ images: z.object({ unoptimized: z.boolean() }) })
    .parse(manifest('images-manifest.json'));
  expect(images.unoptimized).toBe(true);
  for (const query of ['?url=%2Ficon.svg&w=64&q=75', '?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75', '']) {
    expect((await rawRequest({ path: `/_next/image${query}` })).status).toBe(404);
  }
});

test('nothing but the icon, the manifest and the error pages is rendered beforehand, and no fetch is cached', () => {
  const { routes, dynamicRoutes } = z
    .object({ routes: z.record(z.string(), z.unknown()), dynamicRoutes: z.record(z.string(), z.unknown()) })
    .parse(manifest('prerender-manifest.json'));
  const framework = ['/icon.svg', '/manifest.webmanifest', '/_not-found', '/_global-error'];
  expect(Object.keys(routes).filter((route) => !framework.includes(route))).toEqual([]);
  expect(dynamicRoutes).toEqual({});
  const kept = '.next/cache/fetch-cache';
  expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([]);
});

test('the proxy is the only code before the routes, and no route runs at the edge', () => {
  const { middleware, functions } = z
    .object({ middleware: z.record(z.string(), z.unknown()), functions: z.record(z.string(), z.unknown()) })
    .parse(manifest('server/middleware-manifest.json'));
  expect([Object.keys(middleware), functions]).toEqual([[], {}]);
});

test('no source asks for any of it', () => {
  const asks =
    /['"]use (?:server|cache)|from 'next\/(?:image|legacy\/image|script)'|unstable_cache|cacheLife|dangerouslySetInnerHTML|\beval\(|new Function\(|next: \{ (?:revalidate|tags)|cache: 'force-cache'/;
  const asking = SOURCES.flatMap(sourceFiles).filter((file) => asks.test(readFileSync(file, 'utf8')));
  expect(asking).toEqual([]);
});
