import { clearSecondStep } from '@/lib/db/second-steps';
import { allow } from '@/lib/domain/role';
import type { SecondStep } from '@/lib/domain/second-step';
import { audit } from './audit';
import type { Context } from './context';
import { userTarget } from './hand-out-link';
import { askingPerson, proveOneself } from './prove-oneself';
import { readSecondStep } from './read-second-step';

/** Turns the own second step off, for whoever knows the password or has the app. Throws AppError `wrong_proof`. */
export async function turnOffSecondStep(ctx: Context, { proof }: { proof: string }): Promise<SecondStep> {
  allow(ctx.actor, 'profile:own');
  const person = askingPerson(ctx);
  await proveOneself(ctx, proof);
  await ctx.db.transaction(async (tx) => {
    if (!(await clearSecondStep(tx, person.id))) return;
    const changes = { second_step: [true, false] } as const;
    await audit(tx, ctx, { action: 'totp_change', target: userTarget(person), changes });
  });
  return readSecondStep(ctx);
}
