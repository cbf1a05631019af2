// This module makes the secret of an authenticator app. It leaves in this one answer, and is kept only sealed.
import { getPasswordHash } from '@/lib/db/accounts';
import { keepNewSecret } from '@/lib/db/second-steps';
import { AppError } from '@/lib/domain/app-error';
import { allow } from '@/lib/domain/role';
import type { EnrolmentItem } from '@/lib/domain/second-step';
import type { Context } from './context';
import { askingPerson } from './prove-oneself';

/**
 * Makes a new secret, in force from its first code on. Throws AppError `conflict` while another is in force, and for
 * somebody without a password: single sign-on has a second step of its own.
 */
export async function startSecondStep(ctx: Context): Promise<EnrolmentItem> {
  allow(ctx.actor, 'profile:own');
  const { id, email } = askingPerson(ctx);
  if ((await getPasswordHash(ctx.db, id)) === null) {
    throw new AppError('conflict', 'Without a password the second step is that of the single sign-on.');
  }
  const secret = ctx.secondSteps.newSecret();
  if (!(await keepNewSecret(ctx.db, id, ctx.secondSteps.seal(secret, id)))) {
    throw new AppError('conflict', 'The second step is on already. Turn it off to set it up anew.');
  }
  return { secret, uri: ctx.secondSteps.uriOf(secret, email) };
}
