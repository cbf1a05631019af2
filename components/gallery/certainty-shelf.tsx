'use client';

import { PingBadge } from '@/components/pings/ping-badge';
import { RESULT_SAMPLES } from '@/components/pings/sample-pings';
import { useCertaintyNotes } from '@/components/pings/use-certainty-note';
import { CERTAINTY_REASONS, type CertaintyReason } from '@/lib/domain/certainty';
import { faceOf } from '@/lib/domain/face';
import type { PingDetails } from '@/lib/domain/ping-details';
import { verdictSchema } from '@/lib/domain/verdict';
import { Shelf, Specimen } from './shelf';

/** The badge of a result with the reason that it gives, and the others that come with it. */
function ReasonBadge({ ping }: { ping: PingDetails }) {
  const [first, ...others] = useCertaintyNotes()(ping);
  return (
    <div className="flex flex-col gap-1">
      <PingBadge face={faceOf(ping)} certainty={ping.certainty?.level ?? null} note={first?.text} />
      {others.length > 0 && (
        <p className="text-sm text-ink-muted">{others.map((note) => note.text).join(' · ')}</p>
      )}
    </div>
  );
}

/** One result of each verdict with this reason: where it says the most, or else where it comes with a weightier one. */
function withReason(reason: CertaintyReason, pings: readonly PingDetails[]): PingDetails[] {
  const place = (ping: PingDetails) => ping.certainty?.reasons.indexOf(reason) ?? -1;
  const having = pings.filter((ping) => place(ping) >= 0).sort((a, b) => place(a) - place(b));
  return verdictSchema.options.flatMap((verdict) =>
    having.filter((ping) => ping.verdict === verdict).slice(0, 1),
  );
}

/** Why a badge is hollow, each reason with every verdict that a sample gives it to. */
export function CertaintyShelf({ at }: { at: Date }) {
  const pings = RESULT_SAMPLES.map((sample) => sample.ping(at));
  return (
    <Shelf
      id="certainty"
      name="Why a badge is hollow"
      hint="Each reason on the badge of every verdict that can have it, and under the badge what comes with it."
      columns="two"
    >
      {CERTAINTY_REASONS.map((reason) => (
        <Specimen key={reason} name={reason}>
          <div className="flex flex-col items-start gap-3">
            {withReason(reason, pings).map((ping) => (
              <ReasonBadge key={ping.task_id} ping={ping} />
            ))}
          </div>
        </Specimen>
      ))}
    </Shelf>
  );
}
