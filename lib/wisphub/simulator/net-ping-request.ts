import { z } from 'zod';
import { parseJson } from './answer';

type NetPingRequest =
  { ok: true; pings: number; arp: boolean } | { ok: false; errors: Record<string, string[]> };

const bodySchema = z.object({
  pings: z
    .number({ error: (issue) => (issue.input === undefined ? 'Este campo es requerido.' : undefined) })
    .int('Introduzca un número entero válido.')
    .min(1, 'Asegúrese de que este valor es mayor o igual a 1.')
    .max(10, 'Asegúrese de que este valor es menor o igual a 10.'),
  arp_ping: z.boolean('Debe ser un booleano válido.').default(false),
  interfaz: z.string('Este campo no puede ser nulo.').optional(),
});

/** Reads the body of a ping as upstream does: one list of sentences for each field it refuses. */
export function parseNetPingRequest(body: string): NetPingRequest {
  const parsed = bodySchema.safeParse(parseJson(body) ?? {});
  if (parsed.success) return { ok: true, pings: parsed.data.pings, arp: parsed.data.arp_ping };
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'non_field_errors');
    errors[field] = [...(errors[field] ?? []), issue.message];
  }
  return { ok: false, errors };
}
