'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ComponentProps } from 'react';
import { Button } from '@/components/ui/button';

const FIELD = 'h-11 w-full rounded border border-line-strong bg-surface px-3 text-base';

function Field({ label, ...props }: { label: string } & ComponentProps<'input'>) {
  return (
    <label className="flex flex-col gap-1 text-sm font-medium">
      {label}
      <input className={FIELD} required {...props} />
    </label>
  );
}

type PasswordStepProps = {
  email: string;
  password: string;
  onEmail: (email: string) => void;
  onPassword: (password: string) => void;
  /** Where typing begins; null where something else comes first. */
  first: 'email' | 'password' | null;
};

/** The first step: who, and the password. */
export function PasswordStep({ email, password, onEmail, onPassword, first }: PasswordStepProps) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <>
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={(e) => onEmail(e.target.value)}
        autoFocus={first === 'email'}
      />
      <div className="relative">
        <Field
          label={t('password')}
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          autoFocus={first === 'password'}
          value={password}
          onChange={(e) => onPassword(e.target.value)}
        />
        <Button
          variant="quiet"
          size="icon"
          className="absolute right-1 bottom-1"
          aria-label={shown ? t('hide') : t('show')}
          onClick={() => setShown(!shown)}
        >
          <Icon className="size-4" aria-hidden />
        </Button>
      </div>
    </>
  );
}
