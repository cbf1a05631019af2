import { AsyncLocalStorage } from 'node:async_hooks';
import type { SsoRefusal } from './domain/sso';
import { once } from './once';

/** What a sign-in has to tell its answer, which next-auth has no place for: it puts every error into an address. */
export type SignInNotes = {
  headers: Headers;
  requestId: string;
  /** Answered instead of what next-auth makes of it. */
  error: unknown;
  /** Sent to the browser, which is known from then on. */
  deviceToken: string | null;
  /** Why a single sign-on let nobody in. */
  ssoRefusal: SsoRefusal | null;
};

/** The notes of the request at hand. */
export const signInNotes = once('sign-in-notes', () => new AsyncLocalStorage<SignInNotes>());
