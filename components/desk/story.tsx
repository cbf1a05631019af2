'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, type ReactNode } from 'react';
import { LaunchBar } from '@/components/pings/launch-bar';
import { PingProgress } from '@/components/pings/ping-progress';
import { useServiceName } from '@/components/services/service-name';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { REASONS } from '@/lib/domain/ping';
import type { ServiceItem } from '@/lib/domain/service-item';
import { Announcer } from './announcer';
import { AskAgain } from './ask-again';
import { useDeskTitle } from './desk-title';
import type { DeskRights } from './desk-rights';
import { LeftNotice } from './left-notice';
import { LaunchProblem } from './launch-problem';
import { nextSize, wantsMore } from './more-packets';
import { Outcome } from './outcome';
import { PastNotice } from './past-notice';
import { ReadyToMeasure } from './ready-to-measure';
import { useBroughtIntoSight } from './use-brought-into-sight';
import { useFocusOnce } from './use-focus-once';
import { useLaunch } from './use-launch';
import { useLeftPing } from './use-left-ping';
import { usePingOfService } from './use-ping-of-service';

type StoryProps = {
  serviceId: number;
  taskId: string | null;
  service: ServiceItem | null;
  /** True while nobody knows yet how the account stands, so that Enter must not launch. */
  isRecordPending: boolean;
  rights: DeskRights;
  onCurrent: () => void;
};

/** Instead of a ping that the address names and nobody has. */
function Missing() {
  const t = useTranslations('problem');
  return (
    <Notice tone="info" icon={CircleHelp}>
      {t('notFound')}
    </Notice>
  );
}

/** What stands between the button and the answer. A phone that is scrolled to the answer would not show it. */
function Word({ isSaid, children }: { isSaid: boolean; children: ReactNode }) {
  const place = useBroughtIntoSight(isSaid);
  if (!isSaid) return null;
  return (
    <section ref={place} className="flex scroll-mt-4 flex-col gap-5">
      {children}
    </section>
  );
}

/** Ask, answer, meaning, next: the part of the desk that one call goes through from top to bottom. */
export function Story(props: StoryProps) {
  const { serviceId, taskId, service, isRecordPending, rights, onCurrent } = props;
  const tService = useTranslations('service');
  const nameOf = useServiceName();
  const button = useRef<HTMLButtonElement>(null);
  const shown = usePingOfService(serviceId, taskId);
  const { askedAt, error, isPending, isPast, isMissing, launch, showLatest } = shown;
  const left = useLeftPing(shown.ping, service);
  const ping = left.known ?? shown.ping;
  const backToCurrent = () => {
    showLatest();
    onCurrent();
  };
  const choice = useLaunch(service, rights, (packets, reason) => {
    // The address must not go on naming an older ping than the one that is asked for now.
    if (taskId !== null) onCurrent();
    left.follow();
    launch(packets, reason);
  });
  const isAsking = askedAt !== null && left.known === null;
  const name = service ? nameOf(service) : tService('noName', { id: serviceId });
  const cannot = service !== null && service.ip === null;
  const ready = !isAsking && !cannot && !isPending && !isRecordPending;
  const hasResult = ping !== null && !isAsking;

  useDeskTitle(name, ping, isAsking);
  useFocusOnce(button, ready);
  const isRefused = error !== null && !isAsking;
  const answer = useBroughtIntoSight(isAsking);
  useShortcuts({
    Enter: ready && !hasResult ? () => choice.request() : undefined,
    r: ready ? () => choice.request() : undefined,
    '+': ready && ping !== null && wantsMore(ping) ? () => choice.request(nextSize(ping.sent)) : undefined,
    p: choice.asksAgain ? choice.confirm : undefined,
    ...Object.fromEntries(
      REASONS.map((reason, index) => [String(index + 1), () => choice.setReason(reason)]),
    ),
  });

  return (
    <>
      <LaunchBar
        buttonRef={button}
        packets={choice.packets}
        onPackets={choice.setPackets}
        reason={choice.reason}
        onReason={choice.setReason}
        onLaunch={() => choice.request()}
        busy={isAsking}
        disabled={!ready && !isAsking}
        again={hasResult}
        isRetest={rights.isRetest}
      />
      <Word isSaid={isRefused || choice.asksAgain}>
        {choice.asksAgain && <AskAgain onConfirm={choice.confirm} />}
        {isRefused && <LaunchProblem error={error} onAgain={shown.launchAgain} />}
      </Word>
      {isMissing && <Missing />}
      <section ref={answer} className="min-h-72 scroll-mt-4" aria-busy={isAsking}>
        {isAsking ? (
          <PingProgress ping={ping} askedAt={askedAt} onLeft={left.leave} />
        ) : ping ? (
          <>
            {isPast && <PastNotice onCurrent={backToCurrent} />}
            {left.known && <LeftNotice ping={left.known} onFollow={left.follow} />}
            <Outcome
              key={ping.task_id}
              ping={ping}
              service={service}
              rights={rights}
              onMore={choice.request}
            />
          </>
        ) : isPending ? (
          <Skeleton className="h-16 w-64" />
        ) : (
          <ReadyToMeasure serviceId={serviceId} packets={choice.packets} cannot={cannot} />
        )}
      </section>
      <Announcer name={name} ping={ping} isAsking={isAsking} />
    </>
  );
}
