'use client';

import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type ComponentProps, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { DemoAccounts, type DemoAccount } from './demo-accounts';

type Problem = 'refused' | 'unreachable' | null;

const FIELD = 'h-11 w-full rounded border border-line-strong bg-surface px-3 text-base';

async function attempt(email: string, password: string): Promise<Problem> {
  try {
    const answer = await signIn('credentials', { redirect: false, email, password });
    if (answer?.ok && !answer.error) return null;
    return answer?.status === 401 && answer.error !== 'unavailable' ? 'refused' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

function Field({ label, ...props }: { label: string } & ComponentProps<'input'>) {
  return (
    <label className="flex flex-col gap-1 text-sm font-medium">
      {label}
      <input className={FIELD} required {...props} />
    </label>
  );
}

/** Signs in and goes on to `next`, a path of our own. A wrong password keeps what was typed. */
export function SignInForm({ next, demoAccounts }: { next: string; demoAccounts: readonly DemoAccount[] }) {
  const t = useTranslations('signIn');
  const form = useRef<HTMLFormElement>(null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const found = await attempt(email, password);
    setProblem(found);
    if (found === null) return window.location.assign(next);
    setBusy(false);
    form.current?.querySelector<HTMLInputElement>('[name=password]')?.focus();
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4" method="post">
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={(e) => setEmail(e.target.value)}
        autoFocus
      />
      <div className="relative">
        <Field
          label={t('password')}
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.target.value)}
        />
        <Button
          variant="quiet"
          size="icon"
          className="absolute right-1 bottom-1"
          aria-label={shown ? t('hide') : t('show')}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff className="size-4" aria-hidden /> : <Eye className="size-4" aria-hidden />}
        </Button>
      </div>
      {problem && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {t(problem)}
        </Notice>
      )}
      <Button type="submit" variant="primary" size="lg" disabled={busy}>
        {busy ? t('busy') : t('submit')}
      </Button>
      <DemoAccounts
        accounts={demoAccounts}
        onChoose={(account) => {
          setEmail(account.email);
          setPassword(account.password);
          setProblem(null);
        }}
      />
    </form>
  );
}
