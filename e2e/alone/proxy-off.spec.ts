import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { PAGE_RULES } from '@/lib/domain/route-rules';
import { filled } from '../door-table';
import { expect, test } from '../fixtures';
import { withOwnServer } from '../own-server';
import { allVisitors, expectedOfPage, knock, wrongDoors } from '../visitors';

const MANIFEST = '.next/server/functions-config-manifest.json';
const BESIDE = ['node_modules', 'package.json', 'next.config.mjs', 'lib', 'public', 'scripts'];

const STRANGER = { name: 'a stranger', shows: {}, actor: null };

const manifestSchema = z.looseObject({ functions: z.looseObject({ '/_middleware': z.unknown() }) });

/** The same build as it would be without `proxy.ts`. */
function buildWithoutProxy(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pulso-no-proxy-'));
  const isNeeded = (file: string) => !/\.next\/(cache|dev|standalone)/.test(file);
  cpSync('.next', path.join(folder, '.next'), { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  for (const name of BESIDE) symlinkSync(path.resolve(name), path.join(folder, name));
  const file = path.join(folder, MANIFEST);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { '/_middleware': proxy, ...functions } = manifest.functions;
  expect(proxy, 'the build has a proxy to leave out').toBeDefined();
  writeFileSync(file, JSON.stringify({ ...manifest, functions }));
  return folder;
}

test('with the proxy off every door is as shut as with it', async () => {
  test.slow();
  const folder = buildWithoutProxy();
  try {
    await withOwnServer(
      { GALLERY: 'on' },
      async ({ url }) => {
        const signIn = await knock({ method: 'GET', path: '/sign-in', headers: {}, origin: url }, STRANGER);
        const policy = signIn.headers['content-security-policy'];
        expect(policy, 'the proxy, which makes the nonce, is really off').not.toContain('nonce-');
        const wrong: string[] = [];
        for (const visitor of await allVisitors(url)) {
          wrong.push(...(await wrongDoors(visitor, url)));
          for (const { path: address, door } of PAGE_RULES) {
            // The page of a ping needs one, and the story with the proxy on walks it.
            if (address.includes('[taskId]')) continue;
            const asked = { method: 'GET', path: filled(address), headers: {}, origin: url };
            const { status } = await knock(asked, visitor);
            const should = expectedOfPage(door, visitor);
            const isThrough = address === '/sign-in' && visitor.actor?.kind === 'user' && status === 307;
            if (status !== should && !isThrough)
              wrong.push(`${visitor.name}: ${address} is ${status}, not ${should}`);
          }
        }
        expect(wrong).toEqual([]);
      },
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
