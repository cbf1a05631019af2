import { finishRemovals } from '@/components/notes/note-removals';
import { signOut } from '@/lib/queries/sign-in';
import { clearDrafts } from './drafts';

/**
 * Every way out of Pulso: what still waits is carried out while the session lasts, and nothing typed stays in the tab.
 * Where Pulso does not answer the session lives on, and so does what was typed in it.
 */
export async function leave(): Promise<void> {
  finishRemovals();
  if (!(await signOut())) return;
  clearDrafts();
  window.location.replace('/sign-in');
}
