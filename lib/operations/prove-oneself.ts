// This module sees passwords in clear. It keeps none, and none is in the trace it leaves.
import { getPasswordHash } from '@/lib/db/accounts';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import { clearRateCounters } from '@/lib/db/rate-refunds';
import { getSecondStep, takeStep } from '@/lib/db/second-steps';
import { AppError } from '@/lib/domain/app-error';
import { readCode } from '@/lib/domain/second-step';
import type { Person } from '@/lib/domain/role';
import type { Context } from './context';
import { userTarget } from './hand-out-link';
import { limitGuesses } from './limit-guesses';

const MOST_TRIES = 10;

/** The person who asks; programs have neither password nor second step. Throws AppError `forbidden`. */
export function askingPerson({ actor }: Context): Person {
  if (actor.kind === 'user') return actor;
  throw new AppError('forbidden', 'Only a signed-in person has a second step.');
}

const counterOf = ({ actor }: Context) => `second-step:${actor.id}`;

/** Counts one more try of a code. Throws AppError `rate_limited`. */
export const limitCodes = (ctx: Context) => limitGuesses(ctx, counterOf(ctx), MOST_TRIES);

/** After a right one the count begins anew. */
export const forgetTries = (ctx: Context) => clearRateCounters(ctx.db, [counterOf(ctx)]);

async function fits(ctx: Context, person: Person, proof: string): Promise<boolean> {
  const typed = readCode(proof);
  if (typed?.kind !== 'totp') {
    return ctx.passwords.verify(proof, await getPasswordHash(ctx.db, person.id));
  }
  const secret = (await getSecondStep(ctx.db, person.id))?.secret ?? null;
  const open = secret === null ? null : ctx.secondSteps.open(secret, person.id);
  const step = open === null ? null : ctx.secondSteps.stepOf(open, typed.code, ctx.now());
  return secret !== null && step !== null && takeStep(ctx.db, person.id, { secret, step });
}

/**
 * Asks again who is there, because a desk may stand open: the password, or a code of the app, which is used up. Throws
 * AppError `wrong_proof`.
 */
export async function proveOneself(ctx: Context, proof: string): Promise<void> {
  const person = askingPerson(ctx);
  await limitCodes(ctx);
  if (await fits(ctx, person, proof)) return forgetTries(ctx);
  const target = userTarget(person);
  const entry = { actor: person, action: 'totp_change', outcome: 'refused', target, changes: null } as const;
  await insertAuditEntry(ctx.db, { ...entry, origin: ctx.origin });
  throw new AppError('wrong_proof', 'This is neither your password nor a code of this moment.');
}
