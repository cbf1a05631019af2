'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { readCode, type EnrolmentItem } from '@/lib/domain/second-step';
import { useConfirmSecondStep } from '@/lib/queries/second-step';
import { QrCode } from './qr-code';
import { useSecondStepProblem } from './use-second-step-problem';

function AppSecret({ enrolment }: { enrolment: EnrolmentItem }) {
  const t = useTranslations('secondStep');
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <QrCode text={enrolment.uri} label={t('picture')} />
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-3 text-sm">
        <p className="text-pretty">{t('scan')}</p>
        <p className="text-pretty text-ink-muted">
          {t('byHand')}
          <code className="mt-1 block font-mono text-base wrap-anywhere text-ink" data-testid="totp-secret">
            {enrolment.secret.replace(/.{4}(?=.)/g, '$& ')}
          </code>
        </p>
        <a
          href={enrolment.uri}
          className="self-start rounded font-medium text-brand-ink underline underline-offset-4 sm:hidden"
        >
          {t('openApp')}
        </a>
      </div>
    </div>
  );
}

type EnrolmentProps = {
  enrolment: EnrolmentItem;
  onCodes: (codes: readonly string[]) => void;
  /** Beside the button that turns it on, such as one that gives up. */
  children?: ReactNode;
};

/** Tells the app the secret, and asks for its first code as the proof that it took it. */
export function Enrolment({ enrolment, onCodes, children }: EnrolmentProps) {
  const t = useTranslations('secondStep');
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const confirm = useConfirmSecondStep();
  const problem = useSecondStepProblem()(confirm.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isCode = readCode(code)?.kind === 'totp';
    setMissing(!isCode);
    if (!isCode) return field.current?.focus();
    confirm.mutate(code, {
      onSuccess: ({ recovery_codes: codes }) => onCodes(codes),
      onError: () => field.current?.select(),
    });
  };
  return (
    <form onSubmit={submit} method="post" noValidate className="flex flex-col gap-5">
      <AppSecret enrolment={enrolment} />
      <Field
        ref={field}
        label={t('code')}
        hint={t('codeHint')}
        problem={isMissing ? t('missingCode') : problem.field}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={64}
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
          setMissing(false);
          confirm.reset();
        }}
        className="max-w-48 font-mono tracking-widest"
      />
      {problem.other !== null && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {problem.other}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={confirm.isPending}>
          {t('confirm')}
        </Button>
        {children}
      </div>
    </form>
  );
}
