import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { LineTable } from './line-table';
import { TrendPanel } from './trend-panel';
import type { LineHistory } from './use-line-history';

/** A line that was measured before: how it went over time, and every ping of it. */
export function MeasuredLine({ history }: { history: LineHistory }) {
  const t = useTranslations('linePage');
  return (
    <div className="flex min-w-0 flex-col gap-8 print:gap-5">
      <TrendPanel history={history.pings} nowMs={history.readAtMs} />
      <Panel title={t('table')}>
        <LineTable history={history} />
      </Panel>
    </div>
  );
}
