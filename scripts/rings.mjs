import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildWhenNeeded } from './prepare.mjs';
import { runBin, runStep } from './run-step.mjs';
import { weighPages } from './script-weights.mjs';

/** One test that is named by its ring. */
const one = (code) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
  broken: code === 0 ? [] : [''],
});

/** A runner that failed without naming a failed test, or left no counts, is one failure. */
function counted(code, counts) {
  if (counts === null) return one(1);
  return code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, broken: ['ended badly without a failed test'] }
    : counts;
}

async function withReport(run, read) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pulso-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const { code, output } = await run(file);
    let counts = null;
    try {
      counts = read(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      console.error('The tests ended without a report.');
    }
    return { ...counted(code, counts), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitestCounts(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
    broken: [...unloaded.map(({ name }) => name), ...failed.map(({ fullName }) => fullName)],
  };
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function playwrightCounts(report) {
  const { expected, flaky, unexpected, skipped } = report.stats;
  const broken = specsOf(report).filter(({ ok }) => !ok);
  return {
    passed: expected + flaky,
    failed: unexpected,
    skipped,
    shaky: flaky,
    broken: broken.map(({ file, title }) => `${file}: ${title}`),
  };
}

async function bin(name, args, options) {
  const { code, output } = await runBin(name, args, options);
  return { ...one(code), output };
}

async function types(options) {
  const generated = await runBin('next', ['typegen'], options);
  if (generated.code !== 0) return { ...one(1), output: generated.output };
  return bin('tsc', ['--noEmit'], options);
}

/** Each page within its budget of script is one test. */
async function weight() {
  const pages = weighPages();
  for (const { name, kilobytes, mostKilobytes, isMet } of pages)
    console.log(
      `${isMet ? 'ok    ' : 'FAILED'}  ${name.padEnd(8)}  ${kilobytes.toFixed(0)} of ${mostKilobytes} kB of script`,
    );
  const broken = pages.filter(({ isMet }) => !isMet).map(({ name }) => name);
  return { passed: pages.length - broken.length, failed: broken.length, skipped: 0, broken };
}

/**
 * The rings of tests by name; each resolves to its counts and the names of what is `broken`, and with `quiet` to its
 * output instead of printing it.
 */
export const rings = {
  format: (options) => bin('prettier', ['--check', '.'], options),
  lint: (options) => bin('eslint', ['.'], options),
  types,
  unit: (options) => {
    const args = (file) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    return withReport((file) => runBin('vitest', args(file), options), vitestCounts);
  },
  build: async () => one(await buildWhenNeeded()),
  weight,
  chaos: () => {
    const run = (file) => {
      const args = ['--import', 'tsx', 'scripts/chaos.ts', '--short', '--report', file];
      return runStep(process.execPath, args);
    };
    return withReport(run, (counts) => counts);
  },
  stories: () => {
    const run = (file) => {
      const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
      return runStep(process.execPath, ['scripts/e2e.mjs', '--reporter=list,json'], { env });
    };
    return withReport(run, playwrightCounts);
  },
};
