import { z } from 'zod';
import { FAILURE_CODES, failure } from './failure';

const OWN_PROBLEMS = ['stopped', 'repeated', 'shrunk'] as const;

/**
 * Why a load of the directory did not end well: `stopped` by a shutdown, `repeated` when WispHub gives the same customers
 * again and again, `shrunk` when it lists so few that its list is not believed; or what WispHub's answer was.
 */
export const loadProblemSchema = z.enum([...OWN_PROBLEMS, ...FAILURE_CODES]);
export type LoadProblem = z.infer<typeof loadProblemSchema>;

const MESSAGES: Record<(typeof OWN_PROBLEMS)[number], string> = {
  stopped: 'The load was stopped by a shutdown. It goes on by itself where it was.',
  repeated: 'WispHub repeats the same customers. Load again later.',
  shrunk:
    'WispHub listed fewer than half of the known customers, so nobody was marked as vanished. Load again.',
};

export function loadProblemMessage(problem: LoadProblem): string {
  const own = OWN_PROBLEMS.find((one) => one === problem);
  return own ? MESSAGES[own] : failure('upstream', z.enum(FAILURE_CODES).parse(problem)).message;
}

/**
 * The looks of one load: over the whole list; over it once more, because customers move from block to block while it is
 * read; and at single customers that neither listed.
 */
export const lookSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Look = z.infer<typeof lookSchema>;

/** How the directory compares with what a load has listed so far. `unseen` are known customers that it has not. */
export type Comparison = { seen: number; unseen: number };

/** A list with fewer than half of the known customers is a broken filter more often than an exodus. */
export const isBelievable = ({ seen, unseen }: Comparison) => unseen <= seen;
