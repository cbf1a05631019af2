import { historyLineOf, type HistoryLine } from './history-line';
import { inventCalls } from './invent-calls';
import { inventAnswers } from './invent-packets';
import { inventPing, type InventedPing } from './invent-pings';
import { inventServices, type InventedService } from './invent-services';
import { inventNetwork } from './network';
import { inventPeople, type People } from './people';
import { seededRandom } from './random';

export type ProviderSize = { services: number; pings: number; seed: number; now: Date };

export type Provider = {
  people: People;
  /** To be read to its end once, before the pings. */
  services: Iterable<InventedService>;
  pings: () => Iterable<InventedPing>;
};

const DAYS = 90;

/** A whole provider of this size: the same one for the same size, seed and moment. */
export function inventProvider({ services, pings, seed, now }: ProviderSize): Provider {
  // A stream of numbers for each part, so that a change of one leaves the others as they are.
  const stream = (part: number) => seededRandom(seed * 1000 + part);
  const people = inventPeople(stream(1));
  const network = inventNetwork(stream(2));
  const lines: HistoryLine[] = [];
  function* remembered(): Generator<InventedService> {
    const random = stream(4);
    for (const service of inventServices(services, network, stream(3))) {
      lines.push(historyLineOf(service, random));
      yield service;
    }
  }
  function* made(): Generator<InventedPing> {
    const [answers, random] = [inventAnswers(stream(6)), stream(7)];
    for (const call of inventCalls({ lines, pings, days: DAYS, now }, stream(5))) {
      yield inventPing(call, people, answers, random);
    }
  }
  return { people, services: remembered(), pings: made };
}
