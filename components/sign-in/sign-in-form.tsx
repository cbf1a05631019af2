'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { CodeStep } from './code-step';
import { CodeWays } from './code-ways';
import { DemoAccounts, type DemoAccount } from './demo-accounts';
import { PasswordStep } from './password-step';
import { useSignIn } from './use-sign-in';

const PROBLEMS = {
  refused: 'refused',
  wait: 'wait',
  unreachable: 'unreachable',
  code_wrong: 'codeWrong',
  code_unreadable: 'codeUnreadable',
} as const;

const twoDigits = (number: number) => String(number).padStart(2, '0');

type SignInFormProps = {
  /** Filled in beforehand; whoever it is not may write over it. */
  email?: string;
  demoAccounts: readonly DemoAccount[];
  /** Whether typing begins here; a way in that stands above comes first. */
  isFirst?: boolean;
  onSignedIn: () => void;
};

/** Asks for email and password, and then for a code where the account has a second step. What is wrong stays typed. */
export function SignInForm({ email: known = '', demoAccounts, isFirst = true, onSignedIn }: SignInFormProps) {
  const t = useTranslations('signIn');
  const form = useRef<HTMLFormElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isRecovery, setRecovery] = useState(false);
  const { attempt, busy, step, problem, secondsLeft, forget, startAgain } = useSignIn(onSignedIn);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const kind = await attempt(email, password, code);
    if (kind === 'in') return;
    // No other code but a recovery code can help.
    if (kind === 'code_unreadable') setRecovery(true);
    if (kind === 'code_wrong') codeField.current?.select();
    form.current?.querySelector<HTMLInputElement>('[name=password], [name=code]')?.focus();
  };
  const change = (type: () => void) => {
    type();
    forget();
  };
  const clock = `${Math.floor(secondsLeft / 60)}:${twoDigits(secondsLeft % 60)}`;

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4" method="post">
      {step === 'password' ? (
        <PasswordStep
          email={email}
          password={password}
          onEmail={setEmail}
          onPassword={setPassword}
          first={isFirst ? (known === '' ? 'email' : 'password') : null}
        />
      ) : (
        <CodeStep field={codeField} email={email} code={code} isRecovery={isRecovery} onCode={setCode} />
      )}
      <Button type="submit" variant="primary" size="lg" disabled={busy || secondsLeft > 0}>
        {busy ? t('busy') : secondsLeft > 0 ? t('submitIn', { clock }) : t('submit')}
      </Button>
      {/* Below the button, which stays under the pointer for the next try. */}
      {problem && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {isRecovery && problem === 'code_wrong' ? t('recoveryWrong') : t(PROBLEMS[problem])}
        </Notice>
      )}
      {step === 'password' ? (
        <DemoAccounts
          accounts={demoAccounts}
          onChoose={(account) =>
            change(() => {
              setEmail(account.email);
              setPassword(account.password ?? '');
              if (account.password === null)
                form.current?.querySelector<HTMLInputElement>('[name=password]')?.focus();
            })
          }
        />
      ) : (
        <CodeWays
          isRecovery={isRecovery}
          onRecovery={(recovery) =>
            change(() => {
              setRecovery(recovery);
              setCode('');
              codeField.current?.focus();
            })
          }
          onBack={() => {
            setCode('');
            setPassword('');
            startAgain();
          }}
        />
      )}
    </form>
  );
}
