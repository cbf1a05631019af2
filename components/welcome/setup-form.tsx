'use client';

import { CircleAlert, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { useProblem } from '@/components/directory/use-problem';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { emailSchema, personNameSchema } from '@/lib/domain/account';
import { useSetUp } from '@/lib/queries/account-link';
import { ApiError } from '@/lib/queries/api-error';
import { enterWith } from './enter-with';
import { PasswordField } from './password-field';
import { useFragment } from './use-fragment';
import { usePasswordWords } from './use-password-words';

const EMPTY = { name: '', email: '', password: '' };
type Fields = typeof EMPTY;
type Problems = { [Name in keyof Fields]?: string };

function useSetupProblems() {
  const t = useTranslations('setup');
  const words = usePasswordWords();
  const generic = useProblem();
  return {
    hint: words.hint,
    ofFields(fields: Fields): Problems {
      const password = words.problemOf(fields.password, fields);
      return {
        ...(personNameSchema.safeParse(fields.name).success ? {} : { name: t('wrongName') }),
        ...(emailSchema.safeParse(fields.email).success ? {} : { email: t('wrongEmail') }),
        ...(password === null ? {} : { password }),
      };
    },
    ofError(error: Error): string {
      const code = error instanceof ApiError ? error.code : null;
      if (code === 'link_invalid' || code === 'invalid_request') return t('wrongToken');
      if (code === 'setup_closed') return t('closed');
      return words.refusalOf(error) ?? generic(error);
    },
  };
}

/** Makes the first administrator, with the link that the server printed. */
export function SetupForm() {
  const t = useTranslations('setup');
  const form = useRef<HTMLFormElement>(null);
  const token = useFragment();
  const problems = useSetupProblems();
  const [fields, setFields] = useState(EMPTY);
  const [wrong, setWrong] = useState<Problems>({});
  const setUp = useSetUp();
  const type = (name: keyof Fields) => ({
    name,
    value: fields[name],
    problem: wrong[name],
    onChange: (event: { target: { value: string } }) => {
      setFields({ ...fields, [name]: event.target.value });
      setWrong({ ...wrong, [name]: undefined });
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = problems.ofFields(fields);
    setWrong(found);
    const [first] = Object.keys(found);
    if (first !== undefined) return form.current?.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    const given = { token: token ?? '', ...fields };
    setUp.mutate(given, { onSuccess: ({ email }) => void enterWith(email, fields.password) });
  };
  if (token === '') {
    return (
      <Notice tone="info" icon={Info}>
        {t('withoutToken')}
      </Notice>
    );
  }
  const busy = setUp.isPending || setUp.isSuccess;
  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className="flex flex-col gap-5">
      <Field label={t('name')} autoComplete="name" autoFocus {...type('name')} />
      <Field label={t('email')} type="email" autoComplete="username" {...type('email')} />
      <PasswordField
        label={t('password')}
        hint={problems.hint}
        autoComplete="new-password"
        {...type('password')}
      />
      <Button type="submit" variant="primary" size="lg" disabled={busy}>
        {busy ? t('busy') : t('submit')}
      </Button>
      {/* Below the button, which stays under the pointer for the next try. */}
      {setUp.error && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {problems.ofError(setUp.error)}
        </Notice>
      )}
    </form>
  );
}
