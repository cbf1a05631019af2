import { getSecondStep, replaceRecoveryCodes } from '@/lib/db/second-steps';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import { newRecoveryCodes } from '@/lib/new-recovery-codes';
import { audit } from './audit';
import type { Context } from './context';
import { userTarget } from './hand-out-link';
import { askingPerson, proveOneself } from './prove-oneself';

/** New recovery codes, which end the ones before. Throws AppError `wrong_proof`, and `conflict` while it is off. */
export async function renewRecoveryCodes(ctx: Context, { proof }: { proof: string }): Promise<string[]> {
  allow(ctx.actor, 'profile:own');
  const person = askingPerson(ctx);
  await proveOneself(ctx, proof);
  const codes = newRecoveryCodes();
  await ctx.db.transaction(async (tx) => {
    const stored = await getSecondStep(tx, person.id);
    if (stored?.confirmedAt == null) throw new AppError('conflict', 'The second step is off.');
    await replaceRecoveryCodes(tx, person.id, codes);
    const changes = { recovery_codes: [stored.recoveryCodes, codes.length] } as const;
    await audit(tx, ctx, { action: 'totp_change', target: userTarget(person), changes });
  });
  return codes;
}
