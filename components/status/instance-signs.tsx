'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import type { StatusItem } from '@/lib/domain/status';
import { judgeLoop } from '@/lib/domain/status-signs';
import { Sign, SignGroup } from './sign';
import { useFigures } from './use-figures';

const PLAIN = { level: 'plain', advice: null } as const;

function Instances({ status }: { status: StatusItem }) {
  const t = useTranslations('status');
  const { instance, instances } = status;
  if (instances.length === 0)
    return (
      <Sign name="instances" label={t('instances')} judgement={{ level: 'unknown', advice: null }}>
        {t('instancesUnknown')}
      </Sign>
    );
  return (
    <Sign
      name="instances"
      label={t('instances')}
      judgement={PLAIN}
      detail={
        <ul className="flex flex-col gap-0.5 text-sm text-ink-muted">
          {instances.map(({ name, runner }) => (
            <li key={`${name} ${runner}`} className="break-words">
              <span className={name === instance.name ? 'font-medium text-ink' : undefined}>{name}</span>
              {' · '}
              {t(runner ? 'withRunner' : 'webOnly')}
            </li>
          ))}
        </ul>
      }
    >
      {instances.length}
    </Sign>
  );
}

/** The process that answered, and the others that it knows of. */
export function InstanceSigns({ status }: { status: StatusItem }) {
  const t = useTranslations('status');
  const age = useAge();
  const { milliseconds, megabytes } = useFigures();
  const { instance } = status;
  return (
    <SignGroup title={t('groupInstance')} hint={instance.name}>
      <Sign name="version" label={t('version')} judgement={PLAIN}>
        {t('versionValue', { version: instance.version, node: instance.node })}
      </Sign>
      <Sign name="started" label={t('started')} judgement={PLAIN}>
        {age(instance.started_at)}
      </Sign>
      <Sign name="loop" label={t('loop')} term="loop" judgement={judgeLoop(instance.loop_lag_ms)}>
        {milliseconds(instance.loop_lag_ms)}
      </Sign>
      <Sign name="memory" label={t('memory')} judgement={PLAIN}>
        {megabytes(instance.memory_bytes)}
      </Sign>
      <Instances status={status} />
    </SignGroup>
  );
}
