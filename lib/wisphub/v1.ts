import { z } from 'zod';
import { failure } from '@/lib/domain/failure';
import type { Verdict } from '@/lib/domain/verdict';
import { launchFault, readFault } from './fault-failure';
import type { Gateway, TaskAnswer } from './gateway';
import type { UpstreamAnswer } from './fault';
import type { Upstream } from './http';
import { taskIdSchema } from './task-id';

const createdSchema = z.object({
  action: z.literal('ping_created'),
  data: z.object({ task_id: taskIdSchema }),
});
const resultSchema = z.object({ action: z.string() });

const VERDICTS: Record<string, Verdict> = {
  stable_connection: 'stable',
  intermittent_connection: 'intermittent',
  no_internet: 'no_internet',
};

/** Pending has no answer of its own here: server errors and every action that is not final mean "not yet". */
function readTaskAnswer(answer: UpstreamAnswer): TaskAnswer {
  if (!answer.ok) return answer.fault.kind === 'server' ? { kind: 'not_yet' } : readFault(answer.fault);
  const parsed = resultSchema.safeParse(answer.json);
  if (!parsed.success) return { kind: 'not_yet' };
  const verdict = Object.hasOwn(VERDICTS, parsed.data.action) ? VERDICTS[parsed.data.action] : undefined;
  if (verdict !== undefined) return { kind: 'verdict', verdict, body: answer.text };
  if (parsed.data.action === 'ping_failed') {
    return { kind: 'task_failed', failure: failure('upstream', 'upstream_ping_failed'), body: answer.text };
  }
  return { kind: 'not_yet' };
}

/** The documented envelope API in front of WispHub. It gives a verdict and no packets, and has no customer list. */
export function v1Gateway(upstream: Upstream): Gateway {
  return {
    showsPackets: false,
    async launch(serviceId, packets) {
      const path = `/api/v1/${serviceId}/ping/`;
      const answer = await upstream.call({ kind: 'launch', method: 'POST', path, body: { pings: packets } });
      if (!answer.ok) return launchFault(answer.fault);
      const created = createdSchema.safeParse(answer.json);
      if (created.success) return { kind: 'launched', taskId: created.data.data.task_id };
      const refused = resultSchema.safeParse(answer.json);
      const code =
        refused.success && refused.data.action === 'ping_failed'
          ? 'upstream_ping_failed'
          : 'upstream_bad_shape';
      return { kind: 'refused', failure: failure('upstream', code) };
    },
    async readTask(taskId, timeoutMs) {
      const path = `/api/v1/ping/${encodeURIComponent(taskId)}/`;
      return readTaskAnswer(
        await upstream.call({ kind: 'read', method: 'GET', path, timeoutMs, serverErrorIsAnswer: true }),
      );
    },
    directory: null,
    isPaused: (kind = 'launch') => upstream.isOpen(kind),
    close: () => upstream.close(),
  };
}
