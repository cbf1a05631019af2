import { AppError } from '@/lib/domain/app-error';
import { PASSWORD_LENGTH, passwordProblem, type PasswordProblem } from '@/lib/domain/password-rules';

const REASONS: Record<PasswordProblem, string> = {
  short: `Choose a password of at least ${PASSWORD_LENGTH.least} characters.`,
  long: `Choose a password of at most ${PASSWORD_LENGTH.most} characters.`,
  repeated: 'This password repeats the same few characters. Choose another one.',
  common: 'This password is among the first that anybody tries. Choose another one.',
  personal: 'This password is made of the name or the address. Choose another one.',
};

/** Throws AppError `weak_password`, whose field `password` holds the reason in a word. */
export function requireGoodPassword(password: string, owner: { email: string; name: string }): void {
  const problem = passwordProblem(password, owner);
  if (problem !== null)
    throw new AppError('weak_password', REASONS[problem], { fields: { password: problem } });
}
