'use client';

import { useState } from 'react';
import { useNow } from '@/components/shell/use-now';
import { signInWithPassword, type SignInResult } from '@/lib/queries/sign-in';

type Problem = Exclude<SignInResult['kind'], 'in' | 'code_needed'> | null;
type Step = 'password' | 'code';

/** Seconds left until a moment; 0 when there is none or it has passed. */
function useSecondsUntil(moment: number | null): number {
  const now = useNow();
  return moment === null || now === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
}

const isAboutTheCode = (kind: SignInResult['kind']) => kind.startsWith('code_');

/** One try after another: which step it has come to, what went wrong, and how long to wait. */
export function useSignIn(onSignedIn: () => void) {
  const [busy, setBusy] = useState(false);
  const [step, setStep] = useState<Step>('password');
  const [problem, setProblem] = useState<Problem>(null);
  const [waitUntil, setWaitUntil] = useState<number | null>(null);
  const secondsLeft = useSecondsUntil(waitUntil);

  /** What became of it; after `in` the form stays busy until the page goes on. */
  const attempt = async (email: string, password: string, code: string): Promise<SignInResult['kind']> => {
    setBusy(true);
    const result = await signInWithPassword(email, password, step === 'code' ? code : null);
    if (result.kind === 'in') {
      onSignedIn();
      return result.kind;
    }
    setBusy(false);
    if (isAboutTheCode(result.kind)) setStep('code');
    // The password was changed meanwhile, or the account disabled.
    if (result.kind === 'refused') setStep('password');
    setProblem(result.kind === 'code_needed' ? null : result.kind);
    setWaitUntil(result.kind === 'wait' ? Date.now() + result.seconds * 1000 : null);
    return result.kind;
  };

  const isOver = problem === 'wait' && secondsLeft === 0;
  const startAgain = () => {
    setStep('password');
    setProblem(null);
  };
  const shown = isOver ? null : problem;
  return { attempt, busy, step, problem: shown, secondsLeft, forget: () => setProblem(null), startAgain };
}
