import { getSecondStep } from '@/lib/db/second-steps';
import { getSettings } from '@/lib/db/settings';
import { allow } from '@/lib/domain/role';
import { needsSecondStep, type SecondStep } from '@/lib/domain/second-step';
import type { Context } from './context';
import { askingPerson } from './prove-oneself';

/** How the second step of the one who asks stands. */
export async function readSecondStep(ctx: Context): Promise<SecondStep> {
  allow(ctx.actor, 'profile:own');
  const { id, role } = askingPerson(ctx);
  const stored = await getSecondStep(ctx.db, id);
  const isRequired = needsSecondStep(role, await getSettings(ctx.db));
  if (stored?.confirmedAt == null) return { state: 'off', since: null, recoveryCodes: 0, isRequired };
  const isReadable = ctx.secondSteps.open(stored.secret ?? '', id) !== null;
  const { confirmedAt: since, recoveryCodes } = stored;
  return { state: isReadable ? 'on' : 'unreadable', since, recoveryCodes, isRequired };
}
