import { SPANISH_FAMILY, SPANISH_GIVEN } from './names';
import { pickOf, randomUuid, type Random } from './random';

export type Asker = { kind: 'user' | 'token'; id: string; name: string };
export type People = { agents: readonly Asker[]; bot: Asker };

const AGENTS = 30;

/** The agents of the desk, the busiest first, and the program that uses the API. */
export function inventPeople(random: Random): People {
  const agents = Array.from({ length: AGENTS }, () => ({
    kind: 'user' as const,
    id: randomUuid(random),
    name: `${pickOf(SPANISH_GIVEN, random)} ${pickOf(SPANISH_FAMILY, random)}`,
  }));
  return { agents, bot: { kind: 'token', id: randomUuid(random), name: 'bot-whatsapp' } };
}
