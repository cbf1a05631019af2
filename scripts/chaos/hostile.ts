import { readFileSync } from 'node:fs';
import { UPSTREAM_CALLS, type UpstreamCall } from '@/lib/domain/upstream-call';
import path from 'node:path';
import {
  CLIMBING_TASK_ID,
  HOSTILE_ANSWERS,
  NO_TASK_IDS,
  type HostileAnswer,
} from '@/lib/wisphub/test-hostile-answers';
import { json } from '@/lib/wisphub/test-upstream';
import {
  caseOf,
  compareCounts,
  ended,
  goodCall,
  meetAll,
  script,
  toolOf,
  type Case,
  type Findings,
  type Tool,
} from './catalogue';
import { seconds, type Plan, type Row } from './experiment';
import { goodLoad, listLoads } from './list-loads';
import { forgetPeak, residentOf } from './resident';
import { openStage } from './stage';
import { taskStories } from './task-stories';

const LONGEST_CALL_MS = 15_000;
const MOST_MB = 50;
/** With little room for what is no longer used, growth is what is held on to, and not what waits to be collected. */
const SMALL_HEAP = '--max-semi-space-size=1 --max-old-space-size=160';
const WARM_UP_CALLS = 60;
const WARM_UP_HANDS = 6;

const answer = (name: string, status: number, code: HostileAnswer['code']): Case =>
  caseOf({ name, respond: json(status, {}), code, isLost: false });

const EVERYWHERE = HOSTILE_ANSWERS.map((one) => caseOf(one));
const REFUSALS = [answer('401', 401, 'upstream_auth'), answer('403', 403, 'upstream_auth')];

const withTaskId = (id: unknown) => json(200, { task_id: id, action: 'ping_created', data: { task_id: id } });

const NO_IDS = NO_TASK_IDS.map((id) =>
  caseOf({
    name: `the task id ${JSON.stringify(id)?.slice(0, 20)}`,
    respond: withTaskId(id),
    code: 'upstream_bad_shape',
    isLost: false,
  }),
);

const CASES: Record<UpstreamCall, readonly Case[]> = {
  launch: [...EVERYWHERE, ...REFUSALS, answer('404', 404, 'service_unknown'), ...NO_IDS],
  read: [...EVERYWHERE, ...REFUSALS, answer('404', 404, 'upstream_bad_shape')],
  list: [...EVERYWHERE, ...REFUSALS, answer('404', 404, 'upstream_bad_shape')],
};

/** Ids that are good, however odd: the ping is carried on, and no other path is asked for. */
async function oddIds(tool: Tool): Promise<void> {
  for (const id of [7, CLIMBING_TASK_ID]) {
    const service = tool.service();
    const one = caseOf({ name: String(id), respond: withTaskId(id), code: 'internal', isLost: false }, 'ok');
    tool.script.set('launch', String(service), one);
    const { data } = await tool.stage.program(tool.server, `/api/v1/${service}/ping/`, { pings: 4 });
    const { action } = await ended(tool.stage, tool.server, data);
    tool.found.runs += 1;
    if (action !== 'stable_connection') tool.found.wrong.push(`the task id ${id}: ${action}`);
  }
  const { strays } = tool.stage.upstream;
  if (strays.length > 0) tool.found.wrong.push(`asked for ${strays.join(', ')}`);
}

async function warmUp(tool: Tool, kind: UpstreamCall): Promise<void> {
  const hand = async () => {
    for (let time = 0; time < WARM_UP_CALLS / WARM_UP_HANDS; time += 1) await goodCall(tool, kind);
  };
  await Promise.all(Array.from({ length: WARM_UP_HANDS }, hand));
}

type Measured = Findings & { crashes: number; grownMb: number | null; peakMb: number | null };

async function oneDialect(plan: Plan, dialect: 'net' | 'v1'): Promise<Measured> {
  const answers = script();
  const name = `hostile-${dialect}`;
  const stage = await openStage(plan, {
    name,
    instances: 1,
    dialect,
    isOneOfSeveral: true,
    variables: {
      // A long run waits as long as a server in use would.
      WISPHUB_TIMEOUT_MS: plan.isShort ? '4000' : '10000',
      POLL_FIRST_MS: '100',
      POLL_MAX_LOOKS: '1',
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: SMALL_HEAP,
    },
    answerOf: answers.answerOf,
  });
  const tool = toolOf(stage, answers, 200_000);
  const { server, found } = tool;
  const kinds = UPSTREAM_CALLS.filter((kind) => dialect === 'net' || kind !== 'list');
  if (dialect === 'net') await goodLoad(tool);
  // What a server takes for its first hundreds of requests is not what a hostile answer costs.
  await Promise.all(kinds.map((kind) => warmUp(tool, kind)));
  const pid = server.pid();
  forgetPeak(pid);
  const before = residentOf(pid);
  // The short form meets half of them, drawn by the seed; the unit tests of the client meet them all.
  const drawn = (kind: UpstreamCall) => CASES[kind].filter(() => !plan.isShort || plan.random() < 0.5);
  const lists = async () => {
    await meetAll(tool, 'list', drawn('list'));
    await listLoads(tool, plan.isShort ? CASES.list.slice(0, 6) : CASES.list);
  };
  await Promise.all([
    meetAll(tool, 'launch', drawn('launch')),
    meetAll(tool, 'read', drawn('read')),
    oddIds(tool),
    ...(dialect === 'net' ? [lists()] : []),
  ]);
  const after = residentOf(pid);
  await compareCounts(tool);
  const log = readFileSync(path.join(plan.world.folder, `${name}-1.log`), 'utf8');
  for (const word of ['unhandledRejection', 'uncaughtException', stage.keyOf(server)])
    if (log.includes(word)) found.wrong.push(`the log of ${name} holds a thing that it must not`);
  const isAlive = await server.isReady();
  return {
    ...found,
    crashes: server.crashes() + (isAlive ? 0 : 1),
    grownMb: before && after && after.nowMb - before.nowMb,
    peakMb: before && after && after.peakMb - before.nowMb,
  };
}

const megabytes = (all: readonly (number | null)[]) =>
  all.includes(null) ? null : Math.round(Math.max(...all.map((mb) => mb ?? 0)));

/** Row 14: every hostile answer to every kind of call, in both dialects. */
export async function hostile(plan: Plan): Promise<Row> {
  const [net, v1, stories] = await Promise.all([
    oneDialect(plan, 'net'),
    oneDialect(plan, 'v1'),
    taskStories(plan),
  ]);
  const wrong = [net, v1, stories].flatMap((found) => found.wrong);
  const crashes = net.crashes + v1.crashes;
  const longestMs = Math.max(net.longestMs, v1.longestMs);
  const grownMb = megabytes([net.grownMb, v1.grownMb]);
  const peakMb = megabytes([net.peakMb, v1.peakMb]);
  return {
    promise: 'a hostile upstream harms nothing',
    runs: net.runs + v1.runs + stories.runs,
    accepted: null,
    lost: null,
    doubled: null,
    measured:
      `${net.runs} meetings of launch, look, record and list (net), ${v1.runs} of launch and look (v1), ${stories.runs} stories of a task:` +
      ` ${crashes} crashes, longest call ${seconds(longestMs)}, memory ${grownMb === null ? 'not told here' : `+${grownMb} MB after and +${peakMb} MB at its peak`},` +
      ` ${wrong.length} of the wrong class${wrong.map((line) => `\n        ${line}`).join('')}`,
    isKept:
      wrong.length === 0 &&
      crashes === 0 &&
      longestMs <= LONGEST_CALL_MS &&
      (grownMb === null || grownMb <= MOST_MB),
  };
}
