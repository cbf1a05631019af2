import type { Verdict } from '@/lib/domain/verdict';

type Neighbour = { service_id: number; name: string | null; verdict: Verdict; finished_at: string };

/** How the neighbours of a service fared, as the API tells it. */
export type NeighboursSample = {
  name: string;
  /** The service whose neighbours they are: each sample has its own, because the panel asks by service. */
  serviceId: number;
  scope: 'sector' | 'router' | 'zone' | null;
  verdicts: readonly Verdict[];
};

const MINUTE = 60_000;
const NAMES = ['Rosa Elvira Pinto', 'Andrés Ruiz', null, 'Carmen Mora', 'Julián Andrés Quintero Villamizar'];

export const neighbourItems = ({ verdicts }: NeighboursSample, at: Date): Neighbour[] =>
  verdicts.map((verdict, index) => ({
    service_id: 2001 + index,
    name: NAMES[index % NAMES.length] ?? null,
    verdict,
    finished_at: new Date(at.getTime() - (index * 9 + 4) * MINUTE).toISOString(),
  }));

/** Neighbours in trouble, mixed, well, and not known. */
export const NEIGHBOURS_SAMPLES: readonly NeighboursSample[] = [
  {
    name: 'most do not answer',
    serviceId: 901,
    scope: 'sector',
    verdicts: ['no_internet', 'no_internet', 'stable', 'no_internet', 'no_internet'],
  },
  {
    name: 'one does not',
    serviceId: 902,
    scope: 'router',
    verdicts: ['stable', 'no_internet', 'intermittent'],
  },
  { name: 'all answer', serviceId: 903, scope: 'zone', verdicts: ['stable', 'stable', 'intermittent'] },
  { name: 'the only one answers', serviceId: 904, scope: 'sector', verdicts: ['stable'] },
  { name: 'the only one does not', serviceId: 905, scope: 'sector', verdicts: ['no_internet'] },
  { name: 'nobody was measured', serviceId: 906, scope: null, verdicts: [] },
];
