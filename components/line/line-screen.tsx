'use client';

import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import type { DeskRights } from '@/components/desk/desk-rights';
import { Story } from '@/components/desk/story';
import { DeskLink, LINE_LINK } from '@/components/services/line-links';
import { ServiceCard } from '@/components/services/service-card';
import { ServiceCardSkeleton } from '@/components/services/service-card-skeleton';
import { useServiceName } from '@/components/services/service-name';
import { UnlistedService } from '@/components/services/unlisted-service';
import { useService } from '@/components/services/use-service';
import type { Account } from '@/components/shell/account-menu';
import { LatePlace } from '@/components/shell/late-place';
import { late } from '@/components/ui/late';
import { ConsolePage } from './console-page';
import { LinePast, LineTests } from './line-past';
import { LineContextSkeleton } from './line-skeleton';
import { ReportHead } from './report-head';
import { useLineHistory } from './use-line-history';

// The page listens before it has all of its code.
const context = late(() => import('./line-context'));

type LineScreenProps = { serviceId: number; account: Account; rights: DeskRights };

function Head({ serviceId, reading }: { serviceId: number; reading: ReturnType<typeof useService> }) {
  const t = useTranslations('linePage');
  const links = (
    <>
      <button type="button" onClick={() => window.print()} className={LINE_LINK}>
        <Printer className="size-4" aria-hidden />
        {t('print')}
      </button>
      <DeskLink serviceId={serviceId} />
    </>
  );
  return (
    <div className="print:hidden">
      {reading.isPending ? (
        <ServiceCardSkeleton hasLinks />
      ) : reading.service ? (
        <ServiceCard service={reading.service} reading={reading} onClose={null} links={links} />
      ) : (
        <UnlistedService serviceId={serviceId} reading={reading} onClose={null} links={links} />
      )}
    </div>
  );
}

function Context({ serviceId }: { serviceId: number }) {
  const code = useDeferredValue(context.useDue(true));
  if (code !== null) return <code.LineContext serviceId={serviceId} />;
  return (
    <LatePlace part={context}>
      <LineContextSkeleton />
    </LatePlace>
  );
}

function Line({ serviceId, account, rights }: LineScreenProps) {
  const t = useTranslations('linePage');
  const tService = useTranslations('service');
  const nameOf = useServiceName();
  const reading = useService(serviceId);
  const history = useLineHistory(serviceId);
  const { service } = reading;
  const name = service ? nameOf(service) : tService('noName', { id: String(serviceId) });
  return (
    <>
      <ReportHead serviceId={serviceId} service={service} name={name} printedBy={account.name} />
      <Head serviceId={serviceId} reading={reading} />
      <LinePast history={history} />
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_27rem] print:block">
        <section aria-label={t('now')} className="flex min-w-0 flex-col gap-8 xl:order-2 print:hidden">
          <div className="flex flex-col gap-5">
            <Story
              key={serviceId}
              serviceId={serviceId}
              taskId={null}
              service={service}
              isRecordPending={reading.isPending}
              rights={rights}
              onCurrent={() => {}}
            />
          </div>
          <Context serviceId={serviceId} />
        </section>
        <LineTests history={history} />
      </div>
    </>
  );
}

/** Everything about one line, for somebody who has time to look; and on paper, a report of it. */
export function LineScreen(props: LineScreenProps) {
  return (
    <ConsolePage account={props.account} keys="line" hasLaunchBar>
      <Line {...props} />
    </ConsolePage>
  );
}
