import type { Queryable } from '@/lib/db/client';
import { services } from '@/lib/db/schema';
import {
  countServices,
  directoryColumns,
  toDirectoryService,
  upsertServices,
  type DirectoryService,
} from '@/lib/db/services';
import { parseNetService } from '@/lib/wisphub/net-service';
import { toCustomerRecord } from '@/lib/wisphub/simulator/customer-record';
import { listedServices } from '@/lib/wisphub/simulator/service-directory';

const BLOCK = 500;

/** Fills an empty directory with the simulator's customers, so that a demo can be searched from its first second. */
export async function seedDirectory(q: Queryable, syncedAt: Date): Promise<void> {
  if ((await countServices(q)) > 0) return;
  const records = listedServices.flatMap((service) => parseNetService(toCustomerRecord(service)) ?? []);
  for (let start = 0; start < records.length; start += BLOCK) {
    await upsertServices(q, records.slice(start, start + BLOCK), syncedAt);
  }
}

/** The whole directory as the product sees it, by id. */
export async function readDirectory(q: Queryable): Promise<Map<number, DirectoryService>> {
  const rows = await q.select(directoryColumns).from(services);
  return new Map(rows.map((row) => [row.service.serviceId, toDirectoryService(row)]));
}
