'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { defaultSettings } from '@/lib/domain/settings';
import { settingsQuery } from '@/lib/queries/settings';
import { hasRule, hasSetting, hasSource, type TermName } from './term-names';

/** The values in force that a term may name. */
function useValues() {
  const format = useFormatter();
  const { data: settings = defaultSettings } = useQuery(settingsQuery());
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 });
  return {
    share: percent(settings.stableFrom),
    initialShare: percent(defaultSettings.stableFrom),
    fibre: settings.slowFibreMs,
    wireless: settings.slowWirelessMs,
    satellite: settings.slowSatelliteMs,
    jitter: settings.jitterMs,
  };
}

function Explained({ name }: { name: TermName }) {
  const t = useTranslations('terms');
  const values = useValues();
  return (
    <>
      <p className="text-pretty">{t(`${name}.text`, values)}</p>
      {hasRule(name) && (
        <p
          className="mt-2 rounded bg-sunken px-2 py-2 text-xs font-medium tabular-nums"
          data-term-part="rule"
        >
          {t(`${name}.rule`, values)}
        </p>
      )}
      {hasSetting(name) && (
        <p className="mt-2 text-xs" data-term-part="setting">
          {t(`${name}.setting`, values)}
        </p>
      )}
      {hasSource(name) && (
        <p className="mt-2 text-xs text-ink-muted" data-term-part="source">
          {t('source', { source: t(`${name}.source`) })}
        </p>
      )}
    </>
  );
}

type TermTextProps = {
  name: TermName;
  title: string;
  also?: TermName | undefined;
  now?: string | undefined;
};

/** What a term means, how it is reckoned, which value is in force and where that comes from. */
export function TermText({ name, title, also, now }: TermTextProps) {
  return (
    <>
      <p className="mb-1 font-semibold first-letter:uppercase">{title}</p>
      {now !== undefined && <p className="mb-2 font-medium text-pretty tabular-nums">{now}</p>}
      <Explained name={name} />
      {also !== undefined && (
        <div className="mt-3 border-t border-line pt-3">
          <Explained name={also} />
        </div>
      )}
    </>
  );
}
