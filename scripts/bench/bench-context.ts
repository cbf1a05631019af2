import { randomUUID } from 'node:crypto';
import type { Database } from '@/lib/db/client';
import { factStore } from '@/lib/db/fact-store';
import { noOrigin } from '@/lib/domain/audit';
import type { Context } from '@/lib/operations/context';
import { TIME_ZONE } from './days';
import type { Asker } from './people';

/** What operations that only read need of the outside world. */
type ReadingContext = Pick<Context, 'db' | 'facts' | 'now' | 'newId' | 'timeZone' | 'actor' | 'origin'>;

/** The product as its routes see it, for a supervisor, with the clock at the end of the history. */
export function benchContext(db: Database, now: Date, { id, name }: Asker): Context {
  const sessionId = randomUUID();
  const context: ReadingContext = {
    db,
    facts: factStore(db),
    now: () => now,
    newId: randomUUID,
    timeZone: TIME_ZONE,
    actor: { kind: 'user', id, name, email: 'agente1@bench.invalid', role: 'supervisor', sessionId },
    origin: noOrigin,
  };
  // WispHub, the queue and whatever else launches are never asked here.
  return context as Context;
}
