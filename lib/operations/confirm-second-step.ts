import { confirmSecret, getSecondStep, replaceRecoveryCodes } from '@/lib/db/second-steps';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import { readCode } from '@/lib/domain/second-step';
import { newRecoveryCodes } from '@/lib/new-recovery-codes';
import { audit } from './audit';
import type { Context } from './context';
import { userTarget } from './hand-out-link';
import { askingPerson, forgetTries, limitCodes } from './prove-oneself';

/**
 * Turns the second step on with the first code of the app, and answers the recovery codes. Throws AppError `wrong_code`,
 * and `conflict` when it is on already or was not begun.
 */
export async function confirmSecondStep(ctx: Context, { code }: { code: string }): Promise<string[]> {
  allow(ctx.actor, 'profile:own');
  const person = askingPerson(ctx);
  const stored = await getSecondStep(ctx.db, person.id);
  const secret = stored?.secret ?? null;
  const open = secret === null ? null : ctx.secondSteps.open(secret, person.id);
  const notBegun = new AppError('conflict', 'Begin again: there is no secret that waits for its first code.');
  if (secret === null || open === null || stored?.confirmedAt !== null) throw notBegun;
  await limitCodes(ctx);
  const typed = readCode(code);
  const step = typed?.kind === 'totp' ? ctx.secondSteps.stepOf(open, typed.code, ctx.now()) : null;
  if (step === null) throw new AppError('wrong_code', 'This is not a code of this moment.');
  await forgetTries(ctx);
  const codes = newRecoveryCodes();
  await ctx.db.transaction(async (tx) => {
    if (!(await confirmSecret(tx, person.id, { secret, step, at: ctx.now() }))) throw notBegun;
    await replaceRecoveryCodes(tx, person.id, codes);
    const changes = { second_step: [false, true] } as const;
    await audit(tx, ctx, { action: 'totp_change', target: userTarget(person), changes });
  });
  return codes;
}
