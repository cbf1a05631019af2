import { signInWithPassword } from '@/lib/queries/sign-in';

/** Signs in with a password that was just chosen and goes to the desk, or else to the sign-in. The link leaves the history. */
export async function enterWith(email: string, password: string): Promise<void> {
  const { kind } = await signInWithPassword(email, password);
  window.location.replace(kind === 'in' ? '/' : '/sign-in');
}
