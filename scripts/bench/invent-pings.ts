import { caseCodeOf } from '@/lib/domain/case-code';
import { REASONS, type Reason } from '@/lib/domain/ping';
import type { Call } from './invent-calls';
import { type Answer, type Answers, type Size } from './invent-packets';
import type { Asker, People } from './people';
import { pickOf, randomUuid, wholeBetween, type Random } from './random';

/** A ping of the past with all that is stored beside it. */
export type InventedPing = Call & {
  id: string;
  caseCode: string;
  source: 'desk' | 'api';
  asker: Asker;
  reason: Reason | null;
  /** Null when nothing was measured. */
  answer: Answer | null;
  requested: number;
  /** From acceptance to the end, in milliseconds. */
  tookMs: number;
  wrongCustomer: boolean;
  /** Who asked for it while it ran. */
  joiner: Asker | null;
  note: string | null;
};

const NOTES = [
  'Se cambia el PoE y queda estable',
  'El cliente reinicia el equipo',
  'Visita agendada para mañana',
  'La antena está desalineada',
  'Cable dañado en el poste',
  'El cliente confirma que navega',
  'Se escala al técnico de la zona',
  'Queda pendiente la revisión del sector',
];

const API_SHARE = 0.15;
const JOINED_SHARE = 0.04;
const NOTE_SHARE = 0.025;
const WRONG_SHARE = 0.003;

const sizeOf = (isDesk: boolean, random: Random): Size => {
  if (!isDesk) return 10;
  const chance = random();
  return chance < 0.55 ? 4 : chance < 0.8 ? 10 : 20;
};

/** The first agents ask most. */
const agentOf = ({ agents }: People, random: Random) =>
  pickOf(agents.slice(Math.floor(random() ** 1.4 * agents.length)), () => 0);

function tookMs(sent: number, isFailed: boolean, random: Random): number {
  const waited = 2500 + random() * 1500 + random() ** 4 * 40_000;
  return Math.floor(isFailed ? waited * 1.3 : waited + sent * 950);
}

/** Turns a call into the ping that it made. */
export function inventPing(call: Call, people: People, answers: Answers, random: Random): InventedPing {
  const id = randomUuid(random);
  const isDesk = random() >= API_SHARE;
  const size = sizeOf(isDesk, random);
  const { outcome, line } = call;
  const answer = outcome === 'failed' ? null : pickOf(answers(outcome, size, line.isFibre), random);
  return {
    ...call,
    id,
    caseCode: caseCodeOf(id),
    source: isDesk ? 'desk' : 'api',
    asker: isDesk ? agentOf(people, random) : people.bot,
    reason: isDesk && random() < 0.86 ? pickOf(REASONS, random) : null,
    answer,
    requested: size === 20 ? 4 : size,
    tookMs: tookMs(size, answer === null, random),
    wrongCustomer: isDesk && random() < WRONG_SHARE,
    joiner: random() < JOINED_SHARE ? pickOf(people.agents, random) : null,
    note: isDesk && random() < NOTE_SHARE ? `${pickOf(NOTES, random)} ${wholeBetween(1, 99, random)}` : null,
  };
}
