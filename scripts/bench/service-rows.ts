import { searchColumnsOf } from '@/lib/db/search-columns';
import { arrayCell, copyLine } from './copy-rows';
import type { InventedService } from './invent-services';

export const SERVICE_TABLE = {
  table: 'services',
  columns: [
    ...['service_id', 'username', 'name', 'document', 'phones', 'address', 'locality', 'city', 'ip', 'mac'],
    ...['status', 'billing_status', 'balance', 'cut_date', 'changed_at', 'plan', 'zone', 'router', 'sector'],
    ...['search_text', 'search_phones', 'search_document', 'search_sounds', 'synced_at', 'vanished_at'],
  ],
};

/** A service as COPY reads it, with the product's own columns for the search. */
export function serviceLine({ record, vanished }: InventedService, syncedAt: Date): string {
  const search = searchColumnsOf(record);
  const read = syncedAt.toISOString();
  return copyLine([
    ...[record.serviceId, record.username, record.name, record.document, arrayCell(record.phones)],
    ...[record.address, record.locality, record.city, record.ip, record.mac],
    ...[record.status, record.billingStatus, record.balance, record.cutDate, record.changedAt],
    ...[record.plan, record.zone, record.router, record.sector].map((node) => JSON.stringify(node)),
    ...[search.searchText, search.searchPhones, search.searchDocument, search.searchSounds],
    read,
    vanished ? read : null,
  ]);
}
