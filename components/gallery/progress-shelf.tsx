'use client';

import { useState } from 'react';
import { PingProgress } from '@/components/pings/ping-progress';
import { PROGRESS_SAMPLES } from '@/components/pings/sample-progress';
import { BeginAgain, Shelf, Specimen } from './shelf';

/** What is read while a ping runs. */
export function ProgressShelf({ at }: { at: Date }) {
  const [begun, setBegun] = useState(at);
  return (
    <Shelf
      id="progress"
      name="While it runs"
      hint="Time goes on here, and what waits becomes slow."
      aside={<BeginAgain onBegin={() => setBegun(new Date())} />}
      columns="three"
    >
      {PROGRESS_SAMPLES.map(({ name, ping, askedAt }) => (
        <Specimen key={name} name={name}>
          <PingProgress ping={ping(begun)} askedAt={askedAt(begun).getTime()} />
        </Specimen>
      ))}
    </Shelf>
  );
}
