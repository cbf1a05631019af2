'use client';

import { useState } from 'react';
import { accountStanding } from '@/lib/domain/service';
import type { Reason } from '@/lib/domain/ping';
import type { ServiceItem } from '@/lib/domain/service-item';
import type { DeskRights } from './desk-rights';

/** A complaint of cuts needs many packets to show, and so does a technician's re-test. */
const PACKETS_OF: Partial<Record<Reason, number>> = { drops: 20, technician: 20 };

type Launch = {
  packets: number;
  setPackets: (packets: number) => void;
  reason: Reason | null;
  setReason: (reason: Reason | null) => void;
  /** True after a first press on a service that is not active: a second, different key is asked for. */
  asksAgain: boolean;
  request: (packets?: number) => void;
  confirm: () => void;
};

/** The choices of the launch bar, and the second thought before an inactive service is pinged. */
export function useLaunch(
  service: ServiceItem | null,
  { firstPackets, firstReason }: Pick<DeskRights, 'firstPackets' | 'firstReason'>,
  launch: (packets: number, reason: Reason | null) => void,
): Launch {
  const [packets, choosePackets] = useState(firstPackets);
  const [byHand, setByHand] = useState(false);
  const [reason, chooseReason] = useState<Reason | null>(firstReason);
  const [waiting, setWaiting] = useState<number | null>(null);
  const standing = service === null ? 'unknown' : accountStanding(service.status);
  const isInactive = standing === 'suspended' || standing === 'cancelled';

  const setPackets = (count: number) => {
    setByHand(true);
    choosePackets(count);
  };
  const setReason = (next: Reason | null) => {
    chooseReason(next);
    setWaiting(null);
    // A number that somebody chose stays; one that only followed from the reason before does not.
    if (!byHand) choosePackets((next && PACKETS_OF[next]) ?? firstPackets);
  };
  const request = (count = packets) => {
    if (isInactive) return setWaiting(count);
    launch(count, reason);
  };
  const confirm = () => {
    if (waiting === null) return;
    setWaiting(null);
    launch(waiting, reason);
  };
  return { packets, setPackets, reason, setReason, asksAgain: waiting !== null, request, confirm };
}
