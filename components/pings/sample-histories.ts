import { after } from '@/lib/domain/after';
import { failure } from '@/lib/domain/failure';
import type { PingDetails, PingItem } from '@/lib/domain/ping-details';
import { answered, losing, silent } from './sample-packets';
import { failed, finished, type ResultSample } from './sample-ping';

/** A result with the earlier pings of its line, the newest first, as the API lists them. */
export type LineSample = ResultSample & { history: (at: Date) => PingItem[] };

const MINUTE = 60_000;

const minutesAgo = (past: ResultSample, minutes: number) => (at: Date) =>
  past.ping(after(at, -minutes * MINUTE));

/** Eight ordinary measurements, the newest forty minutes ago; medians of about 9 to 14 ms. */
const ORDINARY = [9, 10, 10.5, 11, 11.5, 12, 13, 14].map((middle, index) =>
  minutesAgo(finished(`past, ${middle} ms`, answered(10, middle)), 40 + index * 180),
);

const SILENT_BEFORE = minutesAgo(finished('past, no reply', silent(10)), 12);
const FAILED_BEFORE = minutesAgo(failed('past, not measured', failure('upstream', 'task_lost')), 12);
const LOSING_BEFORE = Array.from({ length: 6 }, (_, index) =>
  minutesAgo(finished(`past, lossy ${index}`, losing(10, [2, 6], 24 + index)), 30 + index * 100),
);

const onLine = (result: ResultSample, past: readonly ((at: Date) => PingDetails)[]): LineSample => ({
  ...result,
  history: (at) => past.map((make) => make(at)),
});

/** Today against this line's own normal and against the run before. */
export const LINE_SAMPLES: readonly LineSample[] = [
  onLine(finished('normal: within', answered(10, 12)), ORDINARY),
  onLine(finished('normal: slower than it', answered(10, 48)), ORDINARY),
  onLine(finished('normal: loses more than usual', losing(10, [1, 4, 8], 12)), ORDINARY),
  onLine(finished('normal: loses less than usual', answered(10, 26)), LOSING_BEFORE),
  onLine(finished('normal: silent on a line that has one', silent(10)), ORDINARY),
  onLine(finished('normal: answers again', answered(10, 12)), [SILENT_BEFORE, ...ORDINARY]),
  onLine(finished('normal: measured where it was not before', answered(10, 12)), [
    FAILED_BEFORE,
    ...ORDINARY,
  ]),
  onLine(finished('normal: not enough history', answered(10, 12)), ORDINARY.slice(0, 3)),
  onLine(finished('normal: the first measurement ever', answered(10, 12)), []),
];

/** The line that the parts of the desk around a result are shown with: more packets would make it surer. */
export const DESK_SAMPLE: LineSample = onLine(
  finished('as on the desk', losing(10, [1, 3, 4, 9], 44), {
    known: { plan: { id: 502, name: 'Inalámbrico 20M' } },
  }),
  [SILENT_BEFORE, ...ORDINARY],
);
