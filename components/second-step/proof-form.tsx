'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PasswordField } from '@/components/welcome/password-field';
import { useSecondStepProblem } from './use-second-step-problem';

type ProofFormProps = {
  text: string;
  submit: string;
  email: string;
  error: Error | null;
  isPending: boolean;
  onProof: (proof: string) => void;
  onTyping: () => void;
  onCancel: () => void;
};

/** Asks again who is there, because a desk may stand open. */
export function ProofForm({
  text,
  submit,
  email,
  error,
  isPending,
  onProof,
  onTyping,
  onCancel,
}: ProofFormProps) {
  const t = useTranslations('secondStep');
  const field = useRef<HTMLInputElement>(null);
  const [proof, setProof] = useState('');
  const [isMissing, setMissing] = useState(false);
  const problem = useSecondStepProblem()(error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(proof === '');
    if (proof === '') return field.current?.focus();
    onProof(proof);
  };
  return (
    <form onSubmit={send} method="post" noValidate className="flex flex-col gap-4">
      <p className="text-pretty">{text}</p>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        ref={field}
        label={t('proof')}
        problem={isMissing ? t('missingProof') : problem.field}
        name="proof"
        autoComplete="current-password"
        value={proof}
        onChange={(event) => {
          setProof(event.target.value);
          setMissing(false);
          onTyping();
        }}
        autoFocus
      />
      {problem.other !== null && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {problem.other}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isPending}>
          {submit}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
