'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/services/copy-button';
import { Panel } from '@/components/ui/panel';
import type { PingDetails } from '@/lib/domain/ping-details';
import { accountStanding } from '@/lib/domain/service';
import { PROVEN_MOMENT } from '@/lib/i18n/moments';

function Facts({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(0,7.5rem)_minmax(0,1fr)] gap-x-4 gap-y-2 text-sm">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="wrap-anywhere tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * To the second and with its zone, because this is what somebody will be held to. The zone is never cut at its hyphen.
 */
function Proven({ at }: { at: string }) {
  const text = useFormatter().dateTime(new Date(at), PROVEN_MOMENT);
  const [zone = ''] = /\S+$/.exec(text) ?? [];
  return (
    <>
      {text.slice(0, text.length - zone.length)}
      <span className="whitespace-nowrap">{zone}</span>
    </>
  );
}

/** Everybody who asked, each with the moment and the reason. */
function Asked({ ping }: { ping: PingDetails }) {
  const t = useTranslations('pingPage');
  const tReason = useTranslations('reason');
  return ping.requested_by.map((who, index) => (
    <span key={index} className="block">
      {who.name}
      {who.kind === 'token' && ` (${t('token')})`}
      <span className="block text-xs text-ink-muted">
        <Proven at={who.requested_at} />
        {who.reason && ` · ${tReason(who.reason)}`}
        {who.withdrawn && ` · ${t('withdrawn')}`}
      </span>
    </span>
  ));
}

/** How the ping came about and ran, to the letter. */
export function PingRecord({ ping }: { ping: PingDetails }) {
  const t = useTranslations('pingPage');
  const tService = useTranslations('service');
  const tTicket = useTranslations('ticket');
  const tPing = useTranslations('result');
  const tElapsed = useTranslations('progress');
  const format = useFormatter();
  const exact = (at: string | null) => (at === null ? t('notYet') : <Proven at={at} />);
  const { started_at: startedAt, finished_at: finishedAt } = ping;
  const tookMs = finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt);
  const copied = (value: string, label: string) => (
    <CopyButton value={value} label={label}>
      {value}
    </CopyButton>
  );
  const seconds = (ms: number) => format.number(ms / 1000, { maximumFractionDigits: 1 });
  return (
    <Panel title={t('record')}>
      <Facts
        rows={[
          [t('asked'), ping.requested_by.length > 0 ? <Asked ping={ping} /> : tService('unknown')],
          [t('source'), ping.source === 'desk' ? t('fromDesk') : t('fromApi')],
          [t('started'), exact(startedAt)],
          [t('finished'), exact(finishedAt)],
          [t('took'), tookMs === null ? t('notYet') : tElapsed('elapsed', { seconds: seconds(tookMs) })],
          [t('packets'), t('packetsOf', { requested: ping.requested, sent: ping.sent ?? 0 })],
          [t('rounds'), tPing('rounds', { count: ping.rounds })],
          [t('launch'), ping.launch_uncertain ? tPing('uncertain') : t('launchedOnce')],
          [
            tTicket('rules'),
            ping.rules_version === null
              ? t('notYet')
              : tTicket('rulesValue', { version: ping.rules_version }),
          ],
          [tTicket('case'), copied(ping.case_code, t('copyCase'))],
          [t('id'), copied(ping.task_id, t('copyId'))],
        ]}
      />
    </Panel>
  );
}

/** The directory's record as it was when this ping was launched; it may say something else today. */
export function FrozenRecord({ ping }: { ping: PingDetails }) {
  const t = useTranslations('pingPage');
  const tService = useTranslations('service');
  const tAccount = useTranslations('account');
  const { zone, router, sector, plan, status, ip } = ping.frozen;
  // A word of WispHub's that is not known is shown as it is.
  const standing = accountStanding(status);
  const known = (value: string | null | undefined) =>
    value ?? <span className="text-ink-muted">{tService('unknown')}</span>;
  return (
    <Panel title={t('frozen')}>
      <p className="text-xs text-ink-muted">{t('frozenHint')}</p>
      <Facts
        rows={[
          [t('ip'), known(ip)],
          [t('status'), known(standing === 'unknown' ? status : tAccount(standing))],
          [tService('plan'), known(plan?.name)],
          [tService('zone'), known(zone?.name)],
          [tService('router'), known(router?.name)],
          [tService('sectorLabel'), known(sector?.name)],
        ]}
      />
    </Panel>
  );
}
