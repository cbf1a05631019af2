// This module makes recovery codes. They are shown to their owner, once, and never logged.
import { randomBytes } from 'node:crypto';
import { RECOVERY_ALPHABET, RECOVERY_CODES, RECOVERY_LENGTH } from './domain/second-step';

const newCode = () =>
  [...randomBytes(RECOVERY_LENGTH)]
    .map((byte) => RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length])
    .join('');

/** Codes of 80 random bits each, in groups that can be read aloud. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => newCode().replace(/.{4}(?=.)/g, '$&-'));
