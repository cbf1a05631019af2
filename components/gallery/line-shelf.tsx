'use client';

import { LineStrip } from '@/components/line/line-strip';
import { LineTable } from '@/components/line/line-table';
import { TrendPanel } from '@/components/line/trend-panel';
import { NotesPanel } from '@/components/notes/notes-panel';
import { PingPlace } from '@/components/pings/ping-place';
import { FrozenRecord, PingRecord } from '@/components/pings/ping-record';
import { DESK_SAMPLE } from '@/components/pings/sample-histories';
import type { ResultSample } from '@/components/pings/sample-ping';
import { RESULT_SAMPLES } from '@/components/pings/sample-pings';
import { lineBaseline } from '@/lib/domain/baseline';
import type { PingDetails } from '@/lib/domain/ping-details';
import { Shelf, Specimen } from './shelf';

const STEP_MS = 7 * 3_600_000;
const SHOWN = 30;
/** Every few samples one is taken, so that each verdict has its turn. */
const EVERY = 3;

/** A line on which everything has happened, the newest first. */
const lineOf = (at: Date, samples: readonly ResultSample[]): PingDetails[] =>
  samples
    .filter((_, index) => index % EVERY === 0)
    .slice(0, SHOWN)
    .map((sample, index) => sample.ping(new Date(at.getTime() - index * STEP_MS)));

const nothing = () => {};

/** The page of a line and the permalink of a ping, in parts. */
export function LineShelf({ at }: { at: Date }) {
  const pings = lineOf(at, RESULT_SAMPLES);
  const normal = lineBaseline(pings, pings[0]?.frozen.ip ?? null);
  const middle = pings[4];
  const history = {
    pings,
    readAtMs: at.getTime(),
    isPending: false,
    isError: false,
    hasMore: false,
    isReadingMore: false,
    readMore: nothing,
  };
  return (
    <Shelf
      id="line"
      name="A line over time"
      hint="Bars up are round trips, bars down are losses; what could not be measured is grey and has neither."
    >
      <Specimen name="the last measurements as a strip">
        <LineStrip pings={pings} normal={normal.kind === 'known' ? normal : null} />
      </Specimen>
      <TrendPanel history={pings} nowMs={at.getTime()} />
      <Specimen name="every measurement">
        <LineTable history={history} />
      </Specimen>
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Specimen name="notes, of the person who looks and of somebody else">
          <NotesPanel serviceId={DESK_SAMPLE.ping(at).service_id} />
        </Specimen>
        {middle && (
          <Specimen name="how a measurement was made">
            <PingPlace place={4} count={9} previous={pings[5] ?? null} next={null} />
            <PingRecord ping={middle} />
            <FrozenRecord ping={middle} />
          </Specimen>
        )}
      </div>
    </Shelf>
  );
}
