'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { useProblem } from '@/components/directory/use-problem';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/welcome/password-field';
import { usePasswordWords } from '@/components/welcome/use-password-words';
import type { ProfileItem } from '@/lib/domain/profile';
import { ApiError } from '@/lib/queries/api-error';
import { useChangePassword } from '@/lib/queries/profile';
import { Outcome, Section } from './section';

const EMPTY = { present: '', next: '' };

function useRefusals() {
  const t = useTranslations('profile');
  const words = usePasswordWords();
  const generic = useProblem();
  return (error: Error | null) => {
    const code = error instanceof ApiError ? error.code : null;
    const present = code === 'wrong_password' ? t('wrongPresent') : null;
    const next = words.refusalOf(error);
    const tooMany = code === 'rate_limited' ? t('tooMany') : null;
    const other = error === null || present !== null || next !== null ? null : (tooMany ?? generic(error));
    return { present, next, other };
  };
}

/** A new password, for whoever knows the present one. */
export function PasswordSection({ profile }: { profile: ProfileItem }) {
  const t = useTranslations('profile');
  const words = usePasswordWords();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(EMPTY);
  const [wrong, setWrong] = useState<{ present?: string; next?: string }>({});
  const change = useChangePassword();
  const refusals = useRefusals()(change.error);
  const field = (name: keyof typeof EMPTY) => ({
    name,
    value: typed[name],
    problem: wrong[name] ?? refusals[name],
    onChange: (event: { target: { value: string } }) => {
      setTyped({ ...typed, [name]: event.target.value });
      setWrong({});
      change.reset();
    },
  });
  const focus = (name: keyof typeof EMPTY) =>
    form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)?.focus();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = words.problemOf(typed.next, profile);
    if (typed.present === '') {
      setWrong({ present: t('missingPresent') });
      return focus('present');
    }
    if (next !== null) {
      setWrong({ next });
      return focus('next');
    }
    change.mutate(typed, { onSuccess: () => setTyped(EMPTY), onError: () => focus('present') });
  };
  return (
    <Section title={t('passwordTitle')} hint={t('passwordHint')}>
      <form ref={form} onSubmit={submit} method="post" noValidate className="flex flex-col gap-4">
        <input type="text" name="username" autoComplete="username" value={profile.email} readOnly hidden />
        <PasswordField label={t('present')} autoComplete="current-password" {...field('present')} />
        <PasswordField label={t('next')} hint={words.hint} autoComplete="new-password" {...field('next')} />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" disabled={change.isPending}>
            {t('changePassword')}
          </Button>
          <Outcome
            done={change.isSuccess ? t('passwordChanged', { count: change.data.ended }) : null}
            problem={refusals.other}
          />
        </div>
      </form>
    </Section>
  );
}
