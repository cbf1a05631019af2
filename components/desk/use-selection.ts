'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { z } from 'zod';
import { pathNumber } from '@/lib/domain/path-number';
import { serviceIdSchema } from '@/lib/domain/service';

export type Selection = {
  serviceId: number | null;
  /** One ping of this service to look at, instead of its latest. */
  taskId: string | null;
};

/** What the desk shows lives in its address: reloading, going back and sending the link all keep it. */
export function useSelection(): Selection & { select: (next: Selection) => void } {
  const pathname = usePathname();
  const params = useSearchParams();
  const serviceId = serviceIdSchema.safeParse(pathNumber(params.get('service')));
  const taskId = z.uuid().safeParse(params.get('ping'));
  const select = (next: Selection) => {
    const query = new URLSearchParams();
    if (next.serviceId !== null) query.set('service', String(next.serviceId));
    if (next.taskId !== null) query.set('ping', next.taskId);
    const search = query.toString();
    window.history.pushState(null, '', search === '' ? pathname : `${pathname}?${search}`);
  };
  return {
    serviceId: serviceId.success ? serviceId.data : null,
    taskId: taskId.success ? taskId.data : null,
    select,
  };
}
