// This module sees the secrets of authenticator apps in clear. It hands them to their owner alone, and logs none.
import { Secret, TOTP } from 'otpauth';
import { secretBox } from './secret-box';

const STEP_MS = 30_000;
/** How many steps before and after the present one still count: phones are rarely exact. */
const WINDOW = 1;

export type SecondSteps = {
  /** A new secret of 160 bits, in base32 as apps and people read it. */
  newSecret(): string;
  /** What the QR code says to the app. */
  uriOf(secret: string, email: string): string;
  seal(secret: string, userId: string): string;
  /** Null when it was sealed under another NEXTAUTH_SECRET. */
  open(sealed: string, userId: string): string | null;
  /** The step of 30 s, counted from 1970, whose code this is; null when it is none of now. */
  stepOf(secret: string, code: string, now: Date): number | null;
};

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: 'Pulso', label, secret: Secret.fromBase32(secret) });

/** One-time codes by RFC 6238, with the six digits, SHA-1 and 30 s that every app knows. */
export function secondSteps(masterSecret: string): SecondSteps {
  const { seal, open } = secretBox(masterSecret, 'totp');
  return {
    newSecret: () => new Secret({ size: 20 }).base32,
    uriOf: (secret, email) => totpOf(secret, email).toString(),
    seal,
    open,
    stepOf(secret, code, now) {
      const timestamp = now.getTime();
      const delta = totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
      return delta === null ? null : Math.floor(timestamp / STEP_MS) + delta;
    },
  };
}
