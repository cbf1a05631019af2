'use client';

import { useState } from 'react';
import { Comparison } from '@/components/pings/comparison';
import { NextSteps, type Step } from '@/components/pings/next-steps';
import { PingResult } from '@/components/pings/ping-result';
import type { LineSample } from '@/components/pings/sample-histories';
import type { ResultSample } from '@/components/pings/sample-ping';
import { adviceOf } from '@/lib/domain/advice';
import { baselineOf } from '@/lib/domain/baseline';
import type { PingDetails } from '@/lib/domain/ping-details';
import { defaultSettings } from '@/lib/domain/settings';
import { PingTexts } from './ping-texts';
import { Shelf, Specimen } from './shelf';

const ALONE = { settings: defaultSettings, baseline: null } as const;

/** What to do about a result and what to send on; the steps can be ticked, and the ticket follows. */
export function Consequences({ ping }: { ping: PingDetails }) {
  const [done, setDone] = useState<ReadonlySet<Step>>(new Set());
  const advice = adviceOf(ping);
  const tick = (step: Step, isDone: boolean) =>
    setDone(new Set([...done].filter((other) => other !== step).concat(isDone ? [step] : [])));
  return (
    <>
      {advice && <NextSteps advice={advice} done={done} onDone={tick} />}
      <PingTexts ping={ping} done={done} />
    </>
  );
}

type ResultShelfProps = {
  at: Date;
  id: string;
  name: string;
  hint?: string;
  samples: readonly ResultSample[];
  mayMark?: boolean;
};

/** Results with all that follows from them. */
export function WholeResults({ at, samples, mayMark = false, ...shelf }: ResultShelfProps) {
  return (
    <Shelf {...shelf} columns="two">
      {samples.map(({ name, ping }) => (
        <Specimen key={name} name={name}>
          <PingResult {...ALONE} ping={ping(at)} mayMark={mayMark}>
            <Consequences ping={ping(at)} />
          </PingResult>
        </Specimen>
      ))}
    </Shelf>
  );
}

/** Results alone, where what follows from them has been seen. */
export function BareResults({ at, samples, mayMark = false, ...shelf }: ResultShelfProps) {
  return (
    <Shelf {...shelf} columns="three">
      {samples.map(({ name, ping }) => (
        <Specimen key={name} name={name}>
          <PingResult {...ALONE} ping={ping(at)} mayMark={mayMark} />
        </Specimen>
      ))}
    </Shelf>
  );
}

/** Results beside the past of their line. */
export function LineResults({
  at,
  samples,
  ...shelf
}: Omit<ResultShelfProps, 'samples'> & { samples: readonly LineSample[] }) {
  return (
    <Shelf {...shelf} columns="two">
      {samples.map(({ name, ping, history }) => (
        <Specimen key={name} name={name}>
          <PingResult {...ALONE} ping={ping(at)} mayMark={false} baseline={baselineOf(history(at), ping(at))}>
            <Comparison ping={ping(at)} history={history(at)} />
          </PingResult>
        </Specimen>
      ))}
    </Shelf>
  );
}
