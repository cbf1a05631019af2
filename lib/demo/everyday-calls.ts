import { stepOf } from '@/lib/wisphub/simulator/role';
import type { StepName } from '@/lib/wisphub/simulator/behaviour';
import { isp } from '@/lib/wisphub/simulator/isp';
import { between, fractionOf, pick } from '@/lib/wisphub/simulator/random';
import type { SimulatedService } from '@/lib/wisphub/simulator/simulated-service';
import { botRetiredAt } from './bot-period';
import type { Call } from './call';
import { callReason, packetsFor } from './call-reason';
import type { DeskMoment } from './desk-moments';
import { minutesAfter } from './moment';
import type { StaffKey } from './staff';

const active = isp.filter(({ accountState }) => accountState === 'Activo' || accountState === 'Gratis');
const ofRole = (role: SimulatedService['role']) => active.filter((service) => service.role === role);

/** Which lines call, by share: people with trouble call more often than the rest. */
const CALLERS: readonly [upTo: number, services: readonly SimulatedService[]][] = [
  [0.22, ofRole('some_loss')],
  [0.31, ofRole('silent')],
  [0.4, isp.filter(({ accountState }) => accountState === 'Suspendido')],
  [0.42, ofRole('router_error')],
  [1, ofRole('stable')],
];

/** What goes wrong between Pulso and the router; it says nothing about the line. */
const FAULTS = [
  'failure',
  'empty_result',
  'null_result',
  'stall',
  'launch_error',
  'no_task_id',
  'task_lost',
  'never_finishes',
] as const satisfies readonly StepName[];

const TROUBLES = [
  'silent',
  'silent',
  'some_loss',
  'some_loss',
  'jittery',
  'host_unreachable',
  'mac',
] as const;

const AGENTS = ['ana', 'ana', 'ana', 'bruno', 'bruno', 'camila', 'camila', 'diego'] as const;

/** Everybody who is not an agent, by share of the calls. */
const OTHERS: readonly [upTo: number, by: StaffKey][] = [
  [0.05, 'bot'],
  [0.11, 'tomas'],
  [0.13, 'sofia'],
  [0.135, 'andres'],
];

function callingService(key: string): SimulatedService {
  const share = fractionOf(key, 'who');
  const services = CALLERS.find(([upTo]) => share < upTo)?.[1] ?? isp;
  // The power lets a few customers call again and again.
  const service = services[Math.floor(fractionOf(key, 'which') ** 1.4 * services.length)];
  if (!service) throw new Error('The invented provider has no such customers.');
  return service;
}

function stepAtCall(service: SimulatedService, key: string): StepName {
  if (fractionOf(key, 'fault') < 0.03) return pick(FAULTS, key, 'fault kind');
  if (service.role === 'stable' && fractionOf(key, 'trouble') < 0.3)
    return pick(TROUBLES, key, 'trouble kind');
  return stepOf(service.role, { launch: 1, startsTest: true });
}

function callerAt(at: Date, now: Date, key: string): StaffKey {
  const share = fractionOf(key, 'by');
  const other = OTHERS.find(([upTo]) => share < upTo)?.[1];
  if (other === 'bot') return at < botRetiredAt(now) ? 'bot' : 'camila';
  if (at.getHours() < 7 || at.getHours() >= 22) return 'diego';
  return other ?? pick(AGENTS, key, 'agent');
}

function firstCall({ at, key }: DeskMoment, now: Date): Call {
  const service = callingService(key);
  const step = stepAtCall(service, key);
  const by = callerAt(at, now, key);
  const reason = by === 'bot' ? null : by === 'tomas' ? 'technician' : callReason(step, key);
  return { at, service, by, reason, packets: packetsFor(reason), step };
}

/** Trouble that passes is mostly tested once more when it is over; a lasting one brings the customer back now and then. */
function secondCall(first: Call, key: string): Call[] {
  if (first.by === 'bot') return [];
  const passes = first.service.role === 'stable' && first.step !== 'stable';
  if (fractionOf(key, 'again') >= (passes ? 0.5 : 0.06)) return [];
  const at = minutesAfter(first.at, between(15, 140, key, 'later'));
  return [{ ...first, at, step: passes ? 'stable' : first.step }];
}

/** The ordinary business of the desk. */
export function everydayCalls(moments: readonly DeskMoment[], now: Date): Call[] {
  return moments.flatMap((moment) => {
    const first = firstCall(moment, now);
    return [first, ...secondCall(first, moment.key)];
  });
}
