'use client';

import { CircleAlert, LogOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { leave } from '@/components/shell/leave';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { DoorTitle } from '@/components/welcome/door-page';
import { useStartSecondStep } from '@/lib/queries/second-step';
import { Enrolment } from './enrolment';
import { RecoveryCodes } from './recovery-codes';
import { useSecondStepProblem } from './use-second-step-problem';

type DueScreenProps = {
  email: string;
  /** Whether the person must set it up before anything else. */
  isDue: boolean;
  /** Where to go on to, a path of our own. */
  next: string;
};

function SetUp({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const t = useTranslations('secondStep');
  const tProblem = useTranslations('problem');
  const tHeader = useTranslations('header');
  const { data, error, mutate, isPending } = useStartSecondStep();
  const problem = useSecondStepProblem()(error);
  useEffect(() => mutate(), [mutate]);
  const wayOut = (
    <Button variant="quiet" onClick={leave}>
      <LogOut className="size-4" aria-hidden />
      {tHeader('signOut')}
    </Button>
  );
  return (
    <>
      <DoorTitle title={t('dueTitle')} text={t('dueText')} />
      {data && (
        <Enrolment enrolment={data} onCodes={onCodes}>
          {wayOut}
        </Enrolment>
      )}
      {!data && error && (
        <>
          <Notice tone="bad" icon={CircleAlert} role="alert">
            {problem.field ?? problem.other}
          </Notice>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => mutate()} disabled={isPending}>
              {tProblem('retry')}
            </Button>
            {wayOut}
          </div>
        </>
      )}
      {!data && !error && <Skeleton className="h-96 w-full" />}
    </>
  );
}

/** For somebody whose role must have a second step: nothing else can be done before. */
export function DueScreen({ email, isDue, next }: DueScreenProps) {
  const t = useTranslations('secondStep');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const goOn = () => window.location.assign(next);
  if (codes !== null) return <RecoveryCodes codes={codes} email={email} onKept={goOn} />;
  if (isDue) return <SetUp onCodes={setCodes} />;
  return (
    <>
      <DoorTitle title={t('doneTitle')} text={t('doneText')} />
      <Button variant="primary" size="lg" onClick={goOn}>
        {t('goOn')}
      </Button>
    </>
  );
}
