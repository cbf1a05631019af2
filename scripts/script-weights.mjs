import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Kilobytes of script, gzip, that the HTML of a page may name before anybody touches it. An empty page of this stack
 * weighs 137; the desk may weigh 250, and the others keep what they have won.
 */
const SCRIPT_BUDGETS = [
  { name: 'sign-in', entry: 'sign-in/page', mostKilobytes: 215 },
  { name: 'desk', entry: '(console)/page', mostKilobytes: 250 },
  { name: 'service', entry: '(console)/services/[serviceId]/page', mostKilobytes: 284 },
  { name: 'history', entry: '(console)/history/page', mostKilobytes: 275 },
];

const CHUNK = /static\/chunks\/[^"\\]+?\.js/g;

/** The files that a page of the build loads: what every page of the stack has, and what its own components are in. */
function scriptsOf(entry, buildDir) {
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(buildDir, 'build-manifest.json'), 'utf8'));
  const manifest = `server/app/${entry}_client-reference-manifest.js`;
  const own = readFileSync(path.join(buildDir, manifest), 'utf8').match(CHUNK) ?? [];
  return new Set([...rootMainFiles, ...own]);
}

/** What each page weighs in the build of this clone, in kilobytes of gzip. Says files, and depends on no clock. */
export function weighPages(buildDir = '.next') {
  return SCRIPT_BUDGETS.map(({ name, entry, mostKilobytes }) => {
    const files = [...scriptsOf(entry, buildDir)].map((file) => readFileSync(path.join(buildDir, file)));
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    return { name, kilobytes: bytes / 1000, mostKilobytes, isMet: bytes <= mostKilobytes * 1000 };
  });
}
