import { useSyncExternalStore } from 'react';
import { ApiError } from './api-error';

let ended = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
}

export const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401;

/** For the error of any request: one that asks to sign in says that the session of this page has ended. */
export const noteSessionEnd = (error: unknown): void => void (isSignedOut(error) && set(true));

export const noteSessionBack = (): void => set(false);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** True from the first refused request on, until somebody has signed in again over the page. */
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => ended,
    () => false,
  );
