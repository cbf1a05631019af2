'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Field } from '@/components/ui/field';

const LINK = 'rounded py-1 text-left text-pretty underline-offset-4 hover:underline';

type CodeStepProps = {
  field: RefObject<HTMLInputElement | null>;
  email: string;
  code: string;
  isRecovery: boolean;
  onCode: (code: string) => void;
  onRecovery: (isRecovery: boolean) => void;
  onBack: () => void;
};

/** The second step: the code of the app, or one of those kept for a lost phone. */
export function CodeStep({ field, email, code, isRecovery, onCode, onRecovery, onBack }: CodeStepProps) {
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
      <div className="-my-1 flex flex-col items-start gap-2 text-sm font-medium text-brand-ink">
        <button type="button" className={LINK} onClick={() => onRecovery(!isRecovery)}>
          {isRecovery ? t('useApp') : t('useRecovery')}
        </button>
        <button type="button" className={LINK} onClick={onBack}>
          {t('otherAccount')}
        </button>
      </div>
    </>
  );
}
