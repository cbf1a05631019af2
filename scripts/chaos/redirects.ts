import { createServer } from 'node:net';
import { UPSTREAM_CALLS } from '@/lib/domain/upstream-call';
import { once } from 'node:events';
import { answerWith } from '@/lib/wisphub/test-upstream';
import { caseOf, compareCounts, meetAll, script, toolOf, type Case } from './catalogue';
import type { Plan, Row } from './experiment';
import { openStage } from './stage';
import type { Scope } from '../shutdown';

const STATUSES = [301, 302, 303, 307, 308];

/** Another host, as far as a client can tell: it counts whoever connects and keeps what they say. */
async function startCanary(
  scope: Scope,
): Promise<{ origin: string; connections: () => number; heard: () => string }> {
  let connections = 0;
  let heard = '';
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      heard += data.toString('latin1');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  scope.defer(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the canary has no port');
  return { origin: `http://127.0.0.1:${address.port}`, connections: () => connections, heard: () => heard };
}

const redirectsTo = (location: string): Case[] =>
  STATUSES.map((status) =>
    caseOf(
      {
        name: `${status} to ${location}`,
        respond: answerWith(status, '', 'text/html', { location }),
        code: 'upstream_bad_shape',
        isLost: false,
      },
      'bad_shape',
    ),
  );

/** Row 15: the key follows no redirect. */
export async function redirects(plan: Plan): Promise<Row> {
  const canary = await startCanary(plan.scope);
  const { host } = new URL(canary.origin);
  const locations = [
    `${canary.origin}/api/tasks/t/`,
    ...(plan.isShort ? [] : [`//${host}/`, `http://x@${host}/`]),
  ];
  const cases = locations.flatMap(redirectsTo);
  const dialects = await Promise.all(
    (['net', 'v1'] as const).map(async (dialect) => {
      const answers = script();
      const stage = await openStage(plan, {
        name: `redirects-${dialect}`,
        instances: 1,
        dialect,
        isOneOfSeveral: true,
        variables: { POLL_FIRST_MS: '100', POLL_MAX_LOOKS: '1', LOG_LEVEL: 'error' },
        answerOf: answers.answerOf,
      });
      const tool = toolOf(stage, answers, 300_000);
      const kinds = UPSTREAM_CALLS.filter((kind) => dialect === 'net' || kind !== 'list');
      await Promise.all(kinds.map((kind) => meetAll(tool, kind, cases)));
      await compareCounts(tool);
      return tool.found;
    }),
  );
  const runs = dialects.reduce((sum, found) => sum + found.runs, 0);
  const wrong = dialects.flatMap((found) => found.wrong);
  const isSilent = canary.connections() === 0 && canary.heard() === '';
  return {
    promise: 'the key follows no redirect',
    runs,
    accepted: null,
    lost: null,
    doubled: null,
    measured:
      `${STATUSES.join(', ')} for launch, look and record in both dialects: ${canary.connections()} connections at the other host,` +
      ` ${wrong.length} answers of the wrong class${wrong.map((line) => `\n        ${line}`).join('')}`,
    isKept: isSilent && wrong.length === 0,
  };
}
