import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const GOOD = {
  WISPHUB_API: 'net',
  WISPHUB_URL: 'https://upstream.test',
  WISPHUB_TOKEN: 'canary-token',
  NEXTAUTH_SECRET: 'canary-secret-canary-secret-canary',
  NEXTAUTH_URL: 'https://pulso.test',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pulso-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(variables: Record<string, string>) {
  const result = spawnSync(
    process.execPath,
    ['--import', path.join(ROOT, 'node_modules/tsx/dist/loader.mjs'), path.join(ROOT, 'scripts/start.ts')],
    // An empty folder, so that neither a build nor an .env of this clone has a say.
    {
      cwd: folder,
      env: {
        NODE_ENV: 'production',
        PATH: process.env.PATH,
        TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.json'),
        ...variables,
      },
      encoding: 'utf8',
      timeout: 10_000,
    },
  );
  return { code: result.status, said: `${result.stdout}${result.stderr}` };
}

describe('npm start', () => {
  test('without configuration it names every missing variable and starts nothing', () => {
    const { code, said } = start({});
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(Object.keys(GOOD).length);
    for (const name of Object.keys(GOOD)) expect(said).toContain(`${name}: expected `);
  });

  test('a malformed secret is named and never printed', () => {
    const { code, said } = start({
      ...GOOD,
      NEXTAUTH_SECRET: 'canary-short',
      WISPHUB_TOKEN: 'canary with space',
    });
    expect(code).toBe(1);
    expect(said).toContain('NEXTAUTH_SECRET: expected at least 32 characters.');
    expect(said).toContain('WISPHUB_TOKEN: expected printable characters without spaces.');
    expect(said).not.toContain('canary');
  });

  test('without a build it says how to make one', () => {
    expect(start(GOOD)).toEqual({
      code: 1,
      said: 'Pulso is not built yet: run npm run build, then start it again.\n',
    });
  });
});
