'use client';

import { useState } from 'react';
import { LaunchProblem } from '@/components/desk/launch-problem';
import { ApiError } from '@/lib/queries/api-error';
import { BeginAgain, Shelf, Specimen } from './shelf';

const nothing = () => {};

const REFUSALS = [
  ['service_without_ip', 409, null],
  ['rate_limited', 429, 20],
  ['queue_full', 503, 30],
  ['restarting', 503, 5],
  ['forbidden', 403, null],
  ['unauthorized', 401, null],
  ['network', 0, null],
  ['database_unavailable', 503, null],
  ['upstream_auth', 502, null],
  ['something_new', 500, null],
] as const;

/** Why a launch was refused; what passes by itself is asked again by itself. */
export function RefusalShelf() {
  const [run, setRun] = useState(0);
  return (
    <Shelf
      id="refused"
      name="A launch that was refused"
      hint="The seconds run down here as they do on the desk, and then nothing is asked."
      aside={<BeginAgain onBegin={() => setRun(run + 1)} />}
      columns="two"
    >
      {REFUSALS.map(([code, status, retryAfter]) => (
        <Specimen key={code} name={code}>
          <LaunchProblem
            key={run}
            error={new ApiError(code, status, 'req-7Q4K', code, retryAfter)}
            onAgain={nothing}
          />
        </Specimen>
      ))}
    </Shelf>
  );
}
