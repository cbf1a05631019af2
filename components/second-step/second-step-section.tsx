'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, ShieldCheck, ShieldOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { StandingPlace } from '@/components/profile/profile-skeleton';
import { Outcome, Section } from '@/components/profile/section';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SecondStepItem } from '@/lib/domain/second-step';
import {
  secondStepQuery,
  useRenewRecoveryCodes,
  useStartSecondStep,
  useTurnOffSecondStep,
} from '@/lib/queries/second-step';
import { Enrolment } from './enrolment';
import { ProofForm } from './proof-form';
import { RecoveryCodes } from './recovery-codes';
import { useSecondStepProblem } from './use-second-step-problem';

/** How it stands, in words and a picture. */
function Standing({ step }: { step: SecondStepItem }) {
  const t = useTranslations('secondStep');
  const format = useFormatter();
  const Icon = step.state === 'off' ? ShieldOff : ShieldCheck;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-start gap-2 font-medium">
        <Icon className="mt-0.5 size-5 shrink-0 text-ink-muted" aria-hidden />
        <span>
          {step.since === null
            ? t('off')
            : t('on', { date: format.dateTime(new Date(step.since), { dateStyle: 'long' }) })}
          {step.state !== 'off' && (
            <span className="block text-sm font-normal text-ink-muted">
              {t('codesLeft', { count: step.recovery_codes })}
            </span>
          )}
        </span>
      </p>
      {step.state === 'unreadable' && (
        <Notice tone="warn" icon={CircleAlert}>
          {t('unreadable')}
        </Notice>
      )}
    </div>
  );
}

type ActionsProps = { step: SecondStepItem; email: string; onCodes: (codes: readonly string[]) => void };

/** What can be done while it is off. */
function WhileOff({ onCodes }: Pick<ActionsProps, 'onCodes'>) {
  const t = useTranslations('secondStep');
  const start = useStartSecondStep();
  const problem = useSecondStepProblem()(start.error);
  if (start.data) {
    return (
      <Enrolment enrolment={start.data} onCodes={onCodes}>
        <Button variant="quiet" onClick={() => start.reset()}>
          {t('cancel')}
        </Button>
      </Enrolment>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button onClick={() => start.mutate()} disabled={start.isPending}>
        {t('start')}
      </Button>
      <Outcome done={null} problem={problem.field ?? problem.other} />
    </div>
  );
}

/** What can be done while it is on; each asks again who is there. */
function WhileOn({ step, email, onCodes }: ActionsProps) {
  const t = useTranslations('secondStep');
  const [asked, setAsked] = useState<'renew' | 'off' | null>(null);
  const renew = useRenewRecoveryCodes();
  const turnOff = useTurnOffSecondStep();
  const cancel = () => {
    setAsked(null);
    renew.reset();
    turnOff.reset();
  };
  if (asked === 'renew') {
    return (
      <ProofForm
        text={t('renewText')}
        submit={t('renewNow')}
        email={email}
        error={renew.error}
        isPending={renew.isPending}
        onProof={(proof) =>
          renew.mutate(proof, {
            onSuccess: ({ recovery_codes: codes }) => {
              setAsked(null);
              onCodes(codes);
            },
          })
        }
        onTyping={() => renew.reset()}
        onCancel={cancel}
      />
    );
  }
  if (asked === 'off') {
    return (
      <ProofForm
        text={step.required ? `${t('turnOffText')} ${t('required')}` : t('turnOffText')}
        submit={t('turnOffNow')}
        email={email}
        error={turnOff.error}
        isPending={turnOff.isPending}
        onProof={(proof) => turnOff.mutate(proof, { onSuccess: () => setAsked(null) })}
        onTyping={() => turnOff.reset()}
        onCancel={cancel}
      />
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {step.state === 'on' && <Button onClick={() => setAsked('renew')}>{t('renew')}</Button>}
      <Button onClick={() => setAsked('off')}>{t('turnOff')}</Button>
    </div>
  );
}

/** The own second step: how it stands, setting it up, turning it off, and the codes for a lost phone. */
export function SecondStepSection({ email }: { email: string }) {
  const t = useTranslations('secondStep');
  const tProblem = useTranslations('problem');
  const { data, isError } = useQuery(secondStepQuery());
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Section title={t('title')} hint={t('hint')}>
      {codes !== null && <RecoveryCodes codes={codes} email={email} onKept={() => setCodes(null)} />}
      {codes === null && !data && isError && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {tProblem('load')}
        </Notice>
      )}
      {codes === null && !data && !isError && <StandingPlace />}
      {codes === null && data && (
        <>
          <Standing step={data} />
          {data.state === 'off' ? (
            <WhileOff onCodes={setCodes} />
          ) : (
            <WhileOn step={data} email={email} onCodes={setCodes} />
          )}
        </>
      )}
    </Section>
  );
}
