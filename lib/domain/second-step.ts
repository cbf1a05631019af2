import { z } from 'zod';
import type { Role } from './role';
import type { Settings } from './settings';

export const RECOVERY_CODES = 10;
export const RECOVERY_LENGTH = 16;
/** 32 letters, so that each holds five bits, without those that look like others. */
export const RECOVERY_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** `unreadable`: it was set up under another NEXTAUTH_SECRET; only recovery codes still work. */
const SECOND_STEP_STATES = ['off', 'on', 'unreadable'] as const;

export type SecondStep = {
  state: (typeof SECOND_STEP_STATES)[number];
  /** When it was set up; null while it is off. */
  since: Date | null;
  /** Recovery codes that were not used yet. */
  recoveryCodes: number;
  /** True when the person's role must have it. */
  isRequired: boolean;
};

export const secondStepItemSchema = z.object({
  state: z.enum(SECOND_STEP_STATES),
  since: z.iso.datetime().nullable(),
  recovery_codes: z.number().int(),
  required: z.boolean(),
});

export type SecondStepItem = z.infer<typeof secondStepItemSchema>;

export const toSecondStepItem = ({
  state,
  since,
  recoveryCodes,
  isRequired,
}: SecondStep): SecondStepItem => ({
  state,
  since: since?.toISOString() ?? null,
  recovery_codes: recoveryCodes,
  required: isRequired,
});

/** What an app is told; the only answer that ever holds it. */
export const enrolmentItemSchema = z.object({ secret: z.string(), uri: z.string() });
export type EnrolmentItem = z.infer<typeof enrolmentItemSchema>;

/** The codes in clear; the only answer that ever holds them. */
export const recoveryCodesItemSchema = z.object({ recovery_codes: z.array(z.string()) });

/** What somebody types into a field for a code. */
export const typedCodeSchema = z.string().trim().min(1, 'expected a code').max(64, 'expected a code');

/** A code as it was meant, without the spaces and dashes that people copy along. */
export function readCode(typed: string): { kind: 'totp' | 'recovery'; code: string } | null {
  const code = typed.replace(/[\s-]/g, '').toLowerCase();
  if (/^\d{6}$/.test(code)) return { kind: 'totp', code };
  const isRecovery =
    code.length === RECOVERY_LENGTH && [...code].every((letter) => RECOVERY_ALPHABET.includes(letter));
  return isRecovery ? { kind: 'recovery', code } : null;
}

/** Whether this role must have a second step. Who comes in by single sign-on has that of the identity provider. */
export const needsSecondStep = (
  role: Role,
  settings: Partial<Pick<Settings, 'requireSecondStep'>>,
): boolean => settings.requireSecondStep === true && (role === 'supervisor' || role === 'admin');
