import { cpus, loadavg } from 'node:os';
import { p50, p95, type Timing } from './timing';

const ms = (value: number) => value.toFixed(value < 100 ? 1 : 0).padStart(8);

function lineOf({ name, ms: runs, check }: Timing): string {
  const numbers = [p50(runs), p95(runs), Math.max(...runs)].map(ms).join('');
  const verdict = check === null ? '' : `  ${check.passed ? 'ok  ' : 'MISS'}  ${check.target}`;
  return `  ${name.padEnd(34)}${String(runs.length).padStart(5)}${numbers}${verdict}`;
}

/** A table of one group, for people. */
export function printTimings(timings: readonly Timing[]): void {
  let group = '';
  for (const timing of timings) {
    if (timing.group !== group) {
      group = timing.group;
      console.log(`\n${group.padEnd(36)}    n     p50     p95     max   ms`);
    }
    console.log(lineOf(timing));
  }
}

/** Says which targets were missed, and answers how many. */
export function printVerdict(timings: readonly Timing[]): number {
  const missed = timings.filter(({ check }) => check?.passed === false);
  const held = timings.filter(({ check }) => check?.passed === true);
  // With more load than cores the times are those of waiting, not of Pulso.
  console.log(`\n${cpus().length} cores, load of the last minutes ${loadavg()[1]?.toFixed(1)}`);
  console.log(`${held.length} of ${held.length + missed.length} targets held.`);
  for (const { group, name, check } of missed) console.log(`  missed: ${group}, ${name} (${check?.target})`);
  return missed.length;
}
