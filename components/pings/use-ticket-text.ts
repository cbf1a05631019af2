'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { adviceOf } from '@/lib/domain/advice';
import { explain } from '@/lib/domain/explanation';
import { faceOf } from '@/lib/domain/face';
import type { PingDetails } from '@/lib/domain/ping-details';
import { EXACT_MOMENT } from '@/lib/i18n/moments';
import { useCertaintyNotes } from './use-certainty-note';
import { useStepTexts, type Step } from './next-steps';
import { useResponderRoles } from './use-responder-roles';

type Ticket = { ping: PingDetails; done: ReadonlySet<Step>; note: string; origin: string };

/** The technical text for a ticket: everything that was measured, what was done, and the way back to it. */
export function useTicketText(): (ticket: Ticket) => string {
  const t = useTranslations('ticket');
  const tFace = useTranslations('face');
  const tReason = useTranslations('reason');
  const tExplanation = useTranslations('explanation');
  const tFailure = useTranslations('failure');
  const tResult = useTranslations('result');
  const format = useFormatter();
  const notesOf = useCertaintyNotes();
  const stepsOf = useStepTexts();
  const respondersOf = useResponderRoles();
  const ms = (value: number) => format.number(value, { maximumFractionDigits: 1 });

  const latencyOf = ({ min, median, max }: PingDetails['rtt_ms']) => {
    if (median === null || min === null || max === null) return null;
    if (ms(min) === ms(max)) return `${ms(median)} ms`;
    return t('rttValue', { median: ms(median), min: ms(min), max: ms(max) });
  };

  return ({ ping, done, note, origin }) => {
    const { jitter } = ping.rtt_ms;
    const reasons = notesOf(ping).map((why) => why.text);
    const meaning = explain(ping);
    const advice = adviceOf(ping);
    const responders = respondersOf(ping).map(({ address, role }) => `${address} (${role})`);
    const steps = advice === null ? [] : stepsOf(advice).filter(({ step }) => done.has(step));
    const ended = new Date(ping.finished_at ?? ping.started_at);
    const at = format.dateTime(ended, EXACT_MOMENT);
    // Of that moment: a zone changes its name with the summer.
    const zone = format.dateTime(ended, { timeZoneName: 'short' }).split(' ').at(-1) ?? '';
    const loss = format.number((ping.loss_percent ?? 0) / 100, {
      style: 'percent',
      maximumFractionDigits: 1,
    });
    const lines: [string, string | null][] = [
      [t('service'), [ping.service_name, ping.service_id, ping.frozen.ip].filter(Boolean).join(' · ')],
      [t('reason'), ping.reason && tReason(ping.reason)],
      [t('result'), [tFace(faceOf(ping)), ...reasons].join(' · ')],
      [
        t('meaning'),
        ping.failure
          ? `${tFailure(ping.failure.code)} ${tFailure('title')}`
          : meaning && tExplanation(meaning.key, { address: meaning.address }),
      ],
      [t('time'), `${at} (${zone})`],
      [
        t('packets'),
        ping.sent ? t('packetsValue', { received: ping.received ?? 0, sent: ping.sent, loss }) : null,
      ],
      [t('rtt'), latencyOf(ping.rtt_ms)],
      [t('jitter'), jitter === null ? null : `${ms(jitter)} ms`],
      [tResult('responder'), responders.join(' · ') || null],
      [t('steps'), steps.map(({ text }) => text).join(' ') || null],
      [t('noteLine'), note.trim() || null],
      [t('case'), ping.case_code],
      [t('rules'), ping.rules_version === null ? null : t('rulesValue', { version: ping.rules_version })],
      [t('link'), `${origin}/pings/${ping.task_id}`],
    ];
    return lines.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\n');
  };
}
