'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type ComponentProps, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: string;
  hint?: ReactNode;
  problem?: string | null;
};

/** A password that can be pasted and shown, so that it need not be typed twice. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useTranslations('signIn');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const toggle = (
    <Button
      variant="quiet"
      size="icon"
      className="absolute top-1/2 right-1 size-8 -translate-y-1/2"
      aria-label={shown ? t('hide') : t('show')}
      onClick={() => setShown(!shown)}
    >
      <Icon className="size-4" aria-hidden />
    </Button>
  );
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      beside={toggle}
    />
  );
}
