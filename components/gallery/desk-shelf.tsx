'use client';

import { Outcome } from '@/components/desk/outcome';
import { PastNotice } from '@/components/desk/past-notice';
import { LeftNotice } from '@/components/desk/left-notice';
import { LineHistory } from '@/components/pings/line-history';
import { MyPings } from '@/components/pings/my-pings';
import { DESK_SAMPLE } from '@/components/pings/sample-histories';
import { PingResult } from '@/components/pings/ping-result';
import { LEFT_SAMPLES } from '@/components/pings/sample-left';
import { Neighbours } from '@/components/services/neighbours';
import { NEIGHBOURS_SAMPLES } from '@/components/services/sample-neighbours';
import { SAMPLE_SERVICES } from '@/components/services/sample-services';
import { defaultSettings } from '@/lib/domain/settings';
import { Shelf, Specimen, Unfolded } from './shelf';

const nothing = () => {};

const RIGHTS = { mayMark: true, isRetest: false };

/** A result with everything the desk puts around it. */
export function DeskShelf({ at }: { at: Date }) {
  const ping = DESK_SAMPLE.ping(at);
  return (
    <Shelf
      id="desk"
      name="A result on the desk"
      hint="The middle of the desk after a ping; T copies the ticket and W opens the message, as they do there."
    >
      <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
        <Specimen name="the outcome">
          <PastNotice onCurrent={nothing} />
          <Outcome
            ping={ping}
            service={SAMPLE_SERVICES[0]?.service(at) ?? null}
            rights={RIGHTS}
            onMore={nothing}
          />
        </Specimen>
        <div className="flex flex-col gap-4">
          <Specimen name="the past of the line">
            <LineHistory serviceId={ping.service_id} onOpen={nothing} />
          </Specimen>
          <Specimen name="the pings of this person">
            <MyPings taskId={ping.task_id} onOpen={nothing} />
          </Specimen>
        </div>
      </div>
    </Shelf>
  );
}

/** How others near a service fare. */
export function NeighboursShelf() {
  return (
    <Shelf id="neighbours" name="Neighbours" columns="three">
      {NEIGHBOURS_SAMPLES.map(({ name, serviceId }) => (
        <Specimen key={name} name={name}>
          <Unfolded>
            <Neighbours serviceId={serviceId} onOpen={nothing} />
          </Unfolded>
        </Specimen>
      ))}
    </Shelf>
  );
}

/** What is known of a ping that somebody went on without, while others wait for it. */
export function LeftShelf({ at }: { at: Date }) {
  return (
    <Shelf id="left" name="A ping that was left to others" columns="two">
      {LEFT_SAMPLES.map(({ name, ping, left }) => (
        <Specimen key={name} name={name}>
          <LeftNotice ping={left(at)} onFollow={nothing} />
          <PingResult ping={ping(at)} mayMark={false} settings={defaultSettings} baseline={null} />
        </Specimen>
      ))}
    </Shelf>
  );
}
