import { z } from 'zod';
import { cleanText } from '@/lib/domain/clean-text';
import { serviceIdSchema, type Service } from '@/lib/domain/service';

/** A text that may be missing, null, empty or a number. */
const text = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined ? null : cleanText(String(value)) || null));

/** A number, or a text of digits alone: `true`, "" and "0x10" would otherwise pass as the id of somebody else. */
const wholeNumber = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);

const id = wholeNumber.pipe(z.number().int().min(0).max(2_147_483_647)).nullable().catch(null);

/** A flag that a person set, in any of the forms it may come in. */
const flag = z
  .unknown()
  .optional()
  .transform((value) => [true, 1, '1', 'true', 'True'].some((yes) => yes === value));

const named = z
  .object({ id, nombre: text })
  .nullish()
  .catch(null)
  .transform((node) => (node?.nombre ? { id: node.id, name: node.nombre } : null));

const withOutage = z
  .object({ id, nombre: text, falla_general: flag, falla_general_descripcion: text })
  .nullish()
  .catch(null)
  .transform((node) =>
    node?.nombre
      ? {
          id: node.id,
          name: node.nombre,
          outage: node.falla_general,
          outageNote: node.falla_general_descripcion,
        }
      : null,
  );

/** The allow-list: a key that is not here, every password among them, is dropped before anything is stored or logged. */
const recordSchema = z.object({
  id_servicio: wholeNumber.pipe(serviceIdSchema),
  usuario: text,
  nombre: text,
  cedula: text,
  telefono: text,
  direccion: text,
  localidad: text,
  ciudad: text,
  ip: text,
  mac_cpe: text,
  estado: text,
  estado_facturas: text,
  saldo: text,
  fecha_corte: text,
  ultimo_cambio: text,
  plan_internet: named,
  zona: named,
  router: withOutage,
  sectorial: withOutage,
  tecnico: named,
  interfaz_lan: text,
});

/** "8/05/2026", day first and not padded, as an ISO date; null when it is no date. */
function isoDate(day: string | null): string | null {
  const parts = /^(\d{1,2})\/(\d{1,2})\/([12]\d{3})$/.exec(day ?? '');
  if (!parts) return null;
  const iso = `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : null;
}

const decimal = (amount: string | null) =>
  amount !== null && /^-?\d{1,12}(\.\d{1,4})?$/.test(amount) ? amount : null;

/** One customer record of WispHub as ours; null when it has no usable id. */
export function parseNetService(record: unknown): Service | null {
  const parsed = recordSchema.safeParse(record);
  if (!parsed.success) return null;
  const r = parsed.data;
  const phones = (r.telefono ?? '').split(/[,;/]/).map((phone) => phone.trim());
  return {
    serviceId: r.id_servicio,
    username: r.usuario,
    name: r.nombre,
    document: r.cedula,
    phones: [...new Set(phones.filter((phone) => phone !== ''))],
    address: r.direccion,
    locality: r.localidad,
    city: r.ciudad,
    ip: r.ip,
    mac: r.mac_cpe,
    status: r.estado,
    billingStatus: r.estado_facturas,
    balance: decimal(r.saldo),
    cutDate: isoDate(r.fecha_corte),
    changedAt: r.ultimo_cambio,
    plan: r.plan_internet,
    zone: r.zona,
    router: r.router,
    sector: r.sectorial,
    technician: r.tecnico,
    lanInterface: r.interfaz_lan,
  };
}
