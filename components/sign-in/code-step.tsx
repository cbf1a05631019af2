'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Field } from '@/components/ui/field';

type CodeStepProps = {
  field: RefObject<HTMLInputElement | null>;
  email: string;
  code: string;
  isRecovery: boolean;
  onCode: (code: string) => void;
};

/** The second step: the code of the app, or one of those kept for a lost phone. */
export function CodeStep({ field, email, code, isRecovery, onCode }: CodeStepProps) {
  const t = useTranslations('signIn');
  return (
    <>
      <p className="text-sm wrap-anywhere text-ink-muted">{email}</p>
      <Field
        ref={field}
        label={isRecovery ? t('recovery') : t('code')}
        hint={isRecovery ? t('recoveryHint') : t('codeHint')}
        name="code"
        value={code}
        onChange={(event) => onCode(event.target.value)}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
        autoFocus
        className="font-mono tracking-wide"
      />
    </>
  );
}
