'use client';

import { LineLink } from '@/components/services/line-links';
import { ServiceCard } from '@/components/services/service-card';
import { ServiceCardSkeleton } from '@/components/services/service-card-skeleton';
import { UnlistedService } from '@/components/services/unlisted-service';
import { useService } from '@/components/services/use-service';
import type { DeskRights } from './desk-rights';
import { Story } from './story';

type CallProps = {
  serviceId: number;
  taskId: string | null;
  rights: DeskRights;
  onClose: () => void;
  onCurrent: () => void;
};

/** The story of one call: who, may I, ask, answer, meaning, next. */
export function Call({ serviceId, taskId, rights, onClose, onCurrent }: CallProps) {
  const reading = useService(serviceId);
  const links = <LineLink serviceId={serviceId} />;
  return (
    <div className="flex flex-col gap-5">
      {reading.isPending ? (
        <ServiceCardSkeleton />
      ) : reading.service ? (
        <ServiceCard service={reading.service} reading={reading} onClose={onClose} links={links} />
      ) : (
        <UnlistedService serviceId={serviceId} reading={reading} onClose={onClose} links={links} />
      )}
      <Story
        serviceId={serviceId}
        taskId={taskId}
        service={reading.service}
        isRecordPending={reading.isPending}
        rights={rights}
        onCurrent={onCurrent}
      />
    </div>
  );
}
