import { toCustomerRecord, userOf } from './customer-record';
import { findService, listedServices } from './service-directory';
import type { AccountState, SimulatedService } from './simulated-service';

const defaultLimit = 50;
const greatestLimit = 300;
/** Upstream writes its links with http and its public name, whatever host was asked. */
const linkBase = 'http://api.wisphub.example/api/clientes/';

const stateNumbers: Record<AccountState, string> = {
  Activo: '1',
  Suspendido: '2',
  Cancelado: '3',
  Gratis: '4',
};

type Filter = (service: SimulatedService, value: string) => boolean;

const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

const filters = new Map<string, Filter>([
  ['cedula', (service, value) => service.document === value],
  ['usuario', (service, value) => userOf(service) === value],
  ['estado', (service, value) => stateNumbers[service.accountState] === value],
  ['router', (service, value) => String(service.router.id) === value],
  ['nombre__contains', (service, value) => has(service.fullName, value)],
  ['telefono__contains', (service, value) => has(service.phones.join(','), value)],
  ['cedula__contains', (service, value) => has(service.document, value)],
  ['usuario__contains', (service, value) => has(userOf(service), value)],
]);

/** One block of the customer list, without those that WispHub has lost. Unknown and empty filters are ignored without a word, as upstream does. */
export function customerList(query: URLSearchParams, hidden: ReadonlySet<number> = new Set()) {
  const matching = candidates(query.get('id_servicio')).filter(
    (service) =>
      !hidden.has(service.id) &&
      [...query].every(([name, value]) => value === '' || (filters.get(name)?.(service, value) ?? true)),
  );
  const limit = Math.min(wholeNumber(query.get('limit')) || defaultLimit, greatestLimit);
  const offset = wholeNumber(query.get('offset'));
  const links = { next: offset + limit < matching.length, previous: offset > 0 };
  return {
    count: matching.length,
    next: links.next ? linkTo(query, limit, offset + limit) : null,
    previous: links.previous ? linkTo(query, limit, Math.max(0, offset - limit)) : null,
    results: matching.slice(offset, offset + limit).map(toCustomerRecord),
  };
}

function candidates(id: string | null): readonly SimulatedService[] {
  if (id === null || id === '') return listedServices;
  const service = /^\d{1,15}$/.test(id) ? findService(Number(id)) : null;
  return service ? [service] : [];
}

function wholeNumber(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

function linkTo(query: URLSearchParams, limit: number, offset: number): string {
  const link = new URLSearchParams(query);
  link.set('limit', String(limit));
  link.set('offset', String(offset));
  return `${linkBase}?${link}`;
}
