'use client';

import { createContext, useContext, type ReactNode } from 'react';

export type SignInWays = {
  /** How the identity provider is called; null without a single sign-on. */
  sso: string | null;
  /** Whether passwords are taken. */
  password: boolean;
};

const Ways = createContext<SignInWays>({ sso: null, password: true });

/** How people come in here, for the sign-in page and for the sign-in over any page. */
export function SignInWaysProvider({ ways, children }: { ways: SignInWays; children: ReactNode }) {
  return <Ways.Provider value={ways}>{children}</Ways.Provider>;
}

export const useSignInWays = (): SignInWays => useContext(Ways);

/** How the identity provider is called where it is the only way in; null where passwords are taken. */
export function useOnlySso(): string | null {
  const { sso, password } = useSignInWays();
  return password ? null : sso;
}
