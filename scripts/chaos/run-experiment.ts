import pLimit from 'p-limit';
import { seededRandom } from '../bench/random';
import { withinScope, type Scope } from '../shutdown';
import type { Experiment, Row } from './experiment';
import { createWorld } from './world';

export type RunOptions = {
  seed: number;
  isShort: boolean;
  /** SQL that takes a safeguard away. */
  sabotage?: string | null;
};

/** Experiments may run at once, but making a world is all work and no waiting. */
const making = pLimit(2);

const broken = (promise: string, measured: string): Row => ({
  promise,
  runs: 1,
  accepted: null,
  lost: null,
  doubled: null,
  measured,
  isKept: false,
});

/**
 * Runs one experiment in a world of its own, so that none hides what another has left. One that throws has kept no promise.
 * When somebody asks us to stop, it is given up where it is, and everything it started ends.
 */
export async function runExperiment(
  outer: Scope,
  [name, experiment]: readonly [string, Experiment],
  { seed, isShort, sabotage = null }: RunOptions,
): Promise<Row> {
  try {
    return await withinScope(outer, async (scope) => {
      const world = await making(() => createWorld(scope, sabotage));
      const work = experiment({ world, scope, random: seededRandom(seed), isShort });
      // Given up, it may fail later, when nobody waits for it any more.
      work.catch(() => {});
      const row = await Promise.race([work, scope.asked.then(() => null)]);
      return row ?? broken(name, 'given up');
    });
  } catch (error) {
    console.error(error);
    return broken(name, 'ended by the error that stands above');
  }
}
