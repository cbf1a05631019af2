import type { ResultSample } from './sample-ping';
import { silent } from './sample-packets';
import { finished } from './sample-ping';

const quiet = ({ name, ping }: ResultSample): ResultSample => ({
  name,
  ping: (at) => ({ ...ping(at), quiet_line: true }),
});

/** Silences of a line that is known to work without answering ping. */
export const QUIET_SAMPLES: readonly ResultSample[] = [
  quiet(finished('inconclusive, known to be online without answering', silent(10))),
  quiet(finished('inconclusive, few packets', silent(4))),
];
