'use client';

import { PingResult } from '@/components/pings/ping-result';
import { QuietLine } from '@/components/pings/quiet-line';
import { SAMPLE_IP } from '@/components/pings/sample-packets';
import { QUIET_SAMPLES } from '@/components/pings/sample-quiet';
import { SILENT_SAMPLES } from '@/components/pings/sample-verdicts';
import { defaultSettings } from '@/lib/domain/settings';
import { Consequences } from './result-shelf';
import { Shelf, Specimen } from './shelf';

const [SOLID] = SILENT_SAMPLES;
const DAY = 86_400_000;

/** A silent line before and after somebody has noted that it works without answering ping. */
export function QuietShelf({ at }: { at: Date }) {
  const mark = {
    ip: SAMPLE_IP,
    marked_at: new Date(at.getTime() - 9 * DAY).toISOString(),
    marked_by: 'Luis Mora',
  };
  const specimens = [
    ...(SOLID ? [{ name: 'silent, nobody has noted anything', sample: SOLID, quiet: null }] : []),
    ...QUIET_SAMPLES.map((sample) => ({ name: sample.name, sample, quiet: mark })),
  ];
  return (
    <Shelf
      id="quiet"
      name="A line that never answers ping"
      hint="Its silence is grey and says nothing, once an agent has noted that the customer is online."
      columns="two"
    >
      {specimens.map(({ name, sample, quiet }) => {
        const ping = sample.ping(at);
        return (
          <Specimen key={name} name={name}>
            <PingResult ping={ping} mayMark={false} settings={defaultSettings} baseline={null}>
              <Consequences ping={ping} />
              <QuietLine ping={ping} mark={quiet} />
            </PingResult>
          </Specimen>
        );
      })}
    </Shelf>
  );
}
