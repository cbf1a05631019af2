// What a fresh clone needs before anything of it can run, so nothing is imported here but Node itself.
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBin, runStep } from './run-step.mjs';

const LEAST_NODE = [20, 19];
const LOCK_FILE = 'package-lock.json';
const INSTALLED_FILE = 'node_modules/.package-lock.json';
const BUILD_STAMP = '.next/pulso-sources';
const SOURCES = ['app', 'components', 'lib', 'public', 'package.json', LOCK_FILE, 'tsconfig.json'];
const ROOT_SOURCE = /config\.(mjs|js|ts)$|^(instrumentation(-client)?|proxy)\.ts$/;

/** Ends the program with one sentence for a person. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Goes to the clone, and refuses what no later step could explain: an old Node or a folder of somebody else. */
export function enterClone() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    refuse(
      `Pulso needs Node ${LEAST_NODE.join('.')} or newer and this is ${process.versions.node}: install a newer Node.`,
    );
  }
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  try {
    accessSync('.', constants.W_OK);
  } catch {
    refuse(
      `The folder ${process.cwd()} cannot be written: give this user the right to, or clone Pulso elsewhere.`,
    );
  }
}

/** Refuses a port that is taken before minutes go into an install. */
export async function requirePort(host) {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535)
    refuse('PORT: expected a whole number from 1 to 65535.');
  const error = await new Promise((resolve) => {
    const server = createServer().once('error', (cause) => resolve(cause.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
  if (error === 'EACCES')
    refuse(`This user may not listen on port ${port}: set PORT to a number above 1023.`);
  if (error === 'EADDRINUSE') {
    refuse(`Port ${port} is in use: stop the program that listens there, or set PORT to another number.`);
  }
}

/** npm writes its own record last, so one that agrees with our lock file means a complete install. */
function isInstalled() {
  if (!existsSync(INSTALLED_FILE)) return false;
  const wanted = JSON.parse(readFileSync(LOCK_FILE, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(INSTALLED_FILE, 'utf8')).packages;
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    const found = installed[name];
    return name === '' || (found === undefined ? optional === true : found.version === version);
  });
}

export async function installWhenNeeded() {
  if (isInstalled()) return;
  console.log('Installing packages …');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const [command, ...args] = [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'];
  const { code } = await runStep(command, args);
  if (code !== 0) refuse('The packages could not be installed: the reason stands above.');
}

function* filesBelow(entry) {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) yield* filesBelow(path.join(entry, name));
}

function sourcesHash() {
  const hash = createHash('sha256').update(process.versions.node);
  const atRoot = readdirSync('.')
    .filter((name) => ROOT_SOURCE.test(name))
    .sort();
  for (const entry of [...SOURCES, ...atRoot]) {
    for (const file of filesBelow(entry)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      hash.update(`\0${file}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Builds when a source changed since the last build. Resolves to the exit code of the build. */
export async function buildWhenNeeded() {
  const hash = sourcesHash();
  const isBuilt = existsSync('.next/BUILD_ID') && existsSync(BUILD_STAMP);
  if (isBuilt && readFileSync(BUILD_STAMP, 'utf8') === hash) return 0;
  console.log('Building …');
  rmSync(BUILD_STAMP, { force: true });
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { code } = await runBin('next', ['build'], { env });
  if (code === 0) writeFileSync(BUILD_STAMP, hash);
  return code;
}

/** The same for a program that is nothing without a build. */
export async function buildOrRefuse() {
  if ((await buildWhenNeeded()) !== 0) refuse('Pulso could not be built: the reason stands above.');
}
