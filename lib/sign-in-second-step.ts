// This module sees the secrets of authenticator apps in clear, and codes. It keeps none and logs none.
import { system } from './compose';
import type { Queryable } from './db/client';
import { getSecondStep, isWithoutSecondStep, takeRecoveryCode, takeStep } from './db/second-steps';
import { readCode } from './domain/second-step';

/** Why a right password alone was not enough. */
export type SecondStepRefusal = 'code_needed' | 'code_wrong' | 'code_unreadable';

export type SecondStepVerdict =
  | { refusal: SecondStepRefusal }
  | {
      refusal: null;
      /** What the trail says of it; null for somebody who has no second step. */
      by: 'code' | 'recovery_code' | null;
      /** Uses the code up as part of the sign-in; false when it was used before, or the account changed. */
      take: (tx: Queryable) => Promise<boolean>;
    };

/** Looks at the code of somebody whose password was right. */
export async function checkSecondStep(
  q: Queryable,
  userId: string,
  typed: string | null,
): Promise<SecondStepVerdict> {
  const stored = await getSecondStep(q, userId);
  if (stored?.confirmedAt == null || stored.secret === null) {
    return { refusal: null, by: null, take: (tx) => isWithoutSecondStep(tx, userId) };
  }
  const { secondSteps, now } = system();
  const { secret } = stored;
  const open = secondSteps.open(secret, userId);
  const read = readCode(typed ?? '');
  if (read?.kind === 'recovery') {
    const take = (tx: Queryable) => takeRecoveryCode(tx, userId, read.code, now());
    return { refusal: null, by: 'recovery_code', take };
  }
  if (open === null) return { refusal: 'code_unreadable' };
  if (typed === null) return { refusal: 'code_needed' };
  const step = read === null ? null : secondSteps.stepOf(open, read.code, now());
  if (step === null) return { refusal: 'code_wrong' };
  return { refusal: null, by: 'code', take: (tx) => takeStep(tx, userId, { secret, step }) };
}
