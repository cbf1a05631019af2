import type { Packet } from './packet';
import { between, fractionOf } from './random';
import type { SimulatedService } from './simulated-service';

export type PacketPlace = {
  service: SimulatedService;
  /** The address asked: the service's IP, or its MAC for an ARP ping. */
  target: string;
  launch: number;
  /** Counted from 0 within the task. */
  index: number;
};

export type PacketPattern = (place: PacketPlace) => Packet;

export const answers: PacketPattern = ({ service, target, launch, index }) => {
  const exactUs = between(...service.normalRttUs, service.id, 'rtt', launch, index);
  // RouterOS now and then reports whole milliseconds only.
  const rounded = exactUs >= 1_000 && fractionOf(service.id, 'round', launch, index) < 0.25;
  return { kind: 'reply', host: target, rttUs: rounded ? Math.floor(exactUs / 1_000) * 1_000 : exactUs };
};

export const timesOut: PacketPattern = ({ target }) => ({ kind: 'timeout', host: target });

/** The middle two of every four are lost, so that any even number of packets loses exactly half. */
export const losesHalf: PacketPattern = (place) =>
  place.index % 4 === 1 || place.index % 4 === 2 ? timesOut(place) : answers(place);

export const losesFirst: PacketPattern = (place) => (place.index === 0 ? timesOut(place) : answers(place));

/** Between 10 and 40 percent, and always the same share for the same service. */
export const losesSome: PacketPattern = (place) => {
  const { service, launch, index } = place;
  const share = between(10, 40, service.id, 'share') / 100;
  return fractionOf(service.id, 'lost', launch, index) < share ? timesOut(place) : answers(place);
};

export const answersByMac: PacketPattern = (place) => answers({ ...place, target: place.service.mac });

export const answersSlowly: PacketPattern = ({ service, target, launch, index }) => ({
  kind: 'reply',
  host: target,
  rttUs: between(80_000, 400_000, service.id, 'slow', launch, index),
});

/** Nothing is received: the target is silent and a router on the way says so every second time. */
export const isUnreachable: PacketPattern = (place) =>
  place.index % 2 === 0
    ? timesOut(place)
    : {
        kind: 'icmp_error',
        host: '203.0.113.9',
        status: 'host unreachable',
        rttUs: between(550, 650, place.service.id, 'icmp', place.launch, place.index) * 1_000,
      };

export const failsInRouter: PacketPattern = ({ service, target, index }) => {
  const reason = target === '' ? 'invalid value for argument address' : 'no such item (interface)';
  const command = `/ping =count=1 =interface=ether-${service.router.id} =address=${target} .tag=${index + 2}`;
  return { kind: 'router_error', text: `('Error "${reason}" executing command ${command}', '${reason}')` };
};

export const failsInRouterEverySecondTime: PacketPattern = (place) =>
  place.index % 2 === 0 ? answers(place) : failsInRouter(place);
