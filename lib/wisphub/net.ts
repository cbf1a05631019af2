import { z } from 'zod';
import { readEvidence } from '@/lib/domain/evidence';
import { failure } from '@/lib/domain/failure';
import { launchFault, listFault, readFault } from './fault-failure';
import type { Gateway, ServicesAnswer, TaskAnswer } from './gateway';
import type { UpstreamAnswer } from './fault';
import type { Upstream } from './http';
import { parseNetService } from './net-service';
import { taskIdSchema } from './task-id';

const createdSchema = z.object({ task_id: taskIdSchema });
const taskSchema = z.object({ task: z.object({ status: z.string(), result: z.unknown().optional() }) });
const pageSchema = z.object({
  count: z.number().int().nonnegative().nullish(),
  next: z.unknown().optional(),
  results: z.array(z.unknown()),
});

const FINAL_ERRORS = ['FAILURE', 'REVOKED', 'ERROR', 'CANCELLED', 'FAILED'];

function readTaskAnswer(answer: UpstreamAnswer): TaskAnswer {
  if (!answer.ok) return readFault(answer.fault);
  const parsed = taskSchema.safeParse(answer.json);
  if (!parsed.success) return { kind: 'not_yet', blind: true };
  const { status, result } = parsed.data.task;
  const word = status.toUpperCase();
  if (word === 'SUCCESS') return { kind: 'evidence', evidence: readEvidence(result), body: answer.text };
  if (FINAL_ERRORS.includes(word)) {
    return { kind: 'task_failed', failure: failure('upstream', 'task_failed'), body: answer.text };
  }
  return { kind: 'not_yet' };
}

function readPage(answer: UpstreamAnswer): ServicesAnswer {
  if (!answer.ok) return listFault(answer.fault);
  const page = pageSchema.safeParse(answer.json);
  if (!page.success) return { kind: 'fault', failure: failure('upstream', 'upstream_bad_shape') };
  const { results, next, count } = page.data;
  const services = results.flatMap((record) => parseNetService(record) ?? []);
  // `next` only says that there is more. It is never followed: it comes as http:// and would show the key.
  const more = results.length > 0 && next !== null && next !== undefined;
  return { kind: 'services', services, received: results.length, more, count: count ?? null };
}

/** WispHub's own API: `POST /api/clientes/{id}/ping/`, `GET /api/tasks/{id}/`, `GET /api/clientes/`. */
export function netGateway(upstream: Upstream): Gateway {
  return {
    showsPackets: true,
    async launch(serviceId, packets) {
      const body = { pings: packets, arp_ping: false };
      const answer = await upstream.call({
        kind: 'launch',
        method: 'POST',
        path: `/api/clientes/${serviceId}/ping/`,
        body,
      });
      if (!answer.ok) return launchFault(answer.fault);
      const created = createdSchema.safeParse(answer.json);
      if (created.success) return { kind: 'launched', taskId: created.data.task_id };
      return { kind: 'refused', failure: failure('upstream', 'upstream_bad_shape') };
    },
    async readTask(taskId, timeoutMs) {
      const path = `/api/tasks/${encodeURIComponent(taskId)}/`;
      return readTaskAnswer(await upstream.call({ kind: 'read', method: 'GET', path, timeoutMs }));
    },
    directory: {
      async find(serviceId, timeoutMs) {
        const path = `/api/clientes/?id_servicio=${serviceId}&limit=2`;
        const found = readPage(await upstream.call({ kind: 'list', method: 'GET', path, timeoutMs }));
        if (found.kind !== 'services') return found;
        // An unknown filter would be ignored and answer everybody, so only the record asked for is taken.
        return { ...found, services: found.services.filter((service) => service.serviceId === serviceId) };
      },
      async list(offset, limit) {
        const path = `/api/clientes/?limit=${limit}&offset=${offset}`;
        return readPage(await upstream.call({ kind: 'list', method: 'GET', path }));
      },
    },
    isPaused: (kind = 'launch') => upstream.isOpen(kind),
    close: () => upstream.close(),
  };
}
