'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { useNow } from '@/components/shell/use-now';
import { FAILURE_CODES } from '@/lib/domain/failure';
import type { CallState, StatusItem } from '@/lib/domain/status';
import { judgeBudget, judgeCalls, judgeSilence } from '@/lib/domain/status-signs';
import { Sign, SignGroup } from './sign';
import { useFigures } from './use-figures';

/** What went wrong, in the words that a failed ping has for it. */
function useFaultText(): (fault: string | null) => string {
  const t = useTranslations('failure');
  return (fault) => {
    const code = FAILURE_CODES.find((one) => one === `upstream_${fault}`);
    return code === undefined ? (fault ?? '') : t(code);
  };
}

function useCallText(): (call: CallState, advice: string | null) => string {
  const t = useTranslations('status');
  const age = useAge();
  const { milliseconds } = useFigures();
  return (call, advice) => {
    if (call.paused) return t('callPaused');
    if ((advice === 'callsFault' || advice === 'callsAuth') && call.last_fault_at !== null)
      return t('callFault', { age: age(call.last_fault_at) });
    if (call.last_ok_at === null || call.last_ms === null) return t('callNever');
    return t('callOk', { age: age(call.last_ok_at), time: milliseconds(call.last_ms) });
  };
}

function CallSign({ call, now }: { call: CallState; now: number }) {
  const t = useTranslations('status');
  const text = useCallText();
  const faultText = useFaultText();
  const judgement = judgeCalls(call, now);
  const isWrong = judgement.level === 'warn' || judgement.level === 'bad';
  return (
    <Sign
      name={`calls_${call.kind}`}
      label={t(call.kind)}
      term="breaker"
      judgement={judgement}
      detail={isWrong && call.last_fault !== null && <p className="text-sm">{faultText(call.last_fault)}</p>}
    >
      {text(call, judgement.advice)}
    </Sign>
  );
}

function Budget({ budget }: { budget: StatusItem['upstream']['budget'] }) {
  const t = useTranslations('status');
  const { used, limit, desk_reserve: desk, look_reserve: looks } = budget;
  const share = Math.min(1, used / limit);
  return (
    <Sign
      name="budget"
      label={t('budget')}
      term="budget"
      judgement={judgeBudget(budget)}
      detail={
        <>
          <div className="h-1.5 overflow-hidden rounded-full bg-sunken" aria-hidden>
            <div className="h-full rounded-full bg-brand" style={{ width: `${share * 100}%` }} />
          </div>
          <p className="text-xs text-ink-muted">{t('budgetHint', { desk, looks })}</p>
        </>
      }
    >
      {t('budgetValue', { used, limit })}
    </Sign>
  );
}

/** How WispHub answers, and what is left of the requests that it gets. */
export function UpstreamSigns({ status }: { status: StatusItem }) {
  const t = useTranslations('status');
  const now = useNow();
  const { seconds } = useFigures();
  const { calls, budget, blocked_until: blockedUntil } = status.upstream;
  const readAt = Date.parse(status.read_at);
  const silence = judgeSilence(blockedUntil, readAt);
  const left = blockedUntil === null ? 0 : (Date.parse(blockedUntil) - (now ?? readAt)) / 1000;
  return (
    <SignGroup title={t('groupUpstream')} hint={t('callsHint', { name: status.instance.name })}>
      {calls.map((call) => (
        <CallSign key={call.kind} call={call} now={readAt} />
      ))}
      <Budget budget={budget} />
      <Sign name="silence" label={t('silence')} term="silence" judgement={silence}>
        {silence.level === 'good' ? t('silenceNone') : seconds(Math.max(0, left))}
      </Sign>
    </SignGroup>
  );
}
