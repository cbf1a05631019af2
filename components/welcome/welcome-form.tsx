'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useProblem } from '@/components/directory/use-problem';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTakeUpLink } from '@/lib/queries/account-link';
import { ApiError } from '@/lib/queries/api-error';
import type { OpenedLink } from '@/lib/domain/account';
import { DoorTitle } from './door-page';
import { enterWith } from './enter-with';
import { PasswordField } from './password-field';
import { usePasswordWords } from './use-password-words';

type WelcomeFormProps = { token: string; link: OpenedLink; gone: ReactNode };

/** Chooses the password, and comes in with it. */
export function WelcomeForm({ token, link, gone }: WelcomeFormProps) {
  const t = useTranslations('welcome');
  const words = usePasswordWords();
  const problem = useProblem();
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const taking = useTakeUpLink();
  const refusal = words.refusalOf(taking.error);
  if (taking.error instanceof ApiError && taking.error.code === 'link_invalid') return gone;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = words.problemOf(password, link);
    setWrong(found);
    if (found !== null) return field.current?.focus();
    taking.mutate({ token, password }, { onSuccess: ({ email }) => void enterWith(email, password) });
  };
  const busy = taking.isPending || taking.isSuccess;
  return (
    <>
      <DoorTitle
        title={
          link.kind === 'invite'
            ? t('inviteTitle', { name: link.name })
            : t('resetTitle', { name: link.name })
        }
        text={link.kind === 'invite' ? t('invite') : t('reset')}
      />
      <form onSubmit={submit} method="post" noValidate className="flex flex-col gap-5">
        <p className="flex flex-col text-sm">
          <span className="font-medium">{t('account')}</span>
          <span className="text-base wrap-anywhere">{link.email}</span>
        </p>
        {/* A password manager keeps the password under this name. */}
        <input type="text" name="username" autoComplete="username" value={link.email} readOnly hidden />
        <PasswordField
          ref={field}
          label={t('password')}
          hint={words.hint}
          problem={wrong ?? refusal}
          name="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
            setWrong(null);
          }}
          autoFocus
        />
        <Button type="submit" variant="primary" size="lg" disabled={busy}>
          {busy ? t('busy') : t('submit')}
        </Button>
        {/* Below the button, which stays under the pointer for the next try. */}
        {taking.error && refusal === null && (
          <Notice tone="bad" icon={CircleAlert} role="alert">
            {problem(taking.error)}
          </Notice>
        )}
      </form>
    </>
  );
}
