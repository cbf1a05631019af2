import { answerWith, json, payload, type Respond } from '@/lib/wisphub/test-upstream';
import { ended, type Findings } from './catalogue';
import type { Plan } from './experiment';
import { goodAnswer, taskOf } from './hostile-upstream';
import { openStage } from './stage';

const refused = (status: number): Respond => json(status, {});
const says = (status: string): Respond => json(200, { task: { id: 't', status, result: null } });
const stable = answerWith(200, payload('net-stable.json'));
const silent = answerWith(200, payload('net-all-timeouts.json'));

type Story = {
  name: string;
  /** What the looks at the task are answered, one after the other; the last one for ever. */
  looks: readonly Respond[];
  /** How the ping ends. */
  action: string;
  code: string | null;
  /** How many looks that takes; null where the time decides. */
  count: number | null;
};

const story = (
  name: string,
  looks: readonly Respond[],
  end: string,
  count: number | null = looks.length,
): Story =>
  end === 'stable_connection'
    ? { name, looks, action: end, code: null, count }
    : { name, looks, action: 'ping_failed', code: end, count };

const STORIES: readonly Story[] = [
  story('401 for ever', [refused(401)], 'upstream_auth', 3),
  story('403 for ever', [refused(403)], 'upstream_auth', 3),
  story('the key refused twice', [refused(401), refused(403), stable], 'stable_connection'),
  story('404 for ever', [refused(404)], 'task_lost', null),
  story('404 on a task just created', [refused(404), refused(404), stable], 'stable_connection'),
  story('SUCCESS, then PENDING', [stable, says('PENDING')], 'stable_connection', 1),
  story('a result that changes', [stable, silent], 'stable_connection', 1),
  story('an unknown state, then SUCCESS', [says('BAKING'), says('\u2713'), stable], 'stable_connection'),
  story('a state for ever unknown', [says('BAKING')], 'deadline', null),
  story('FAILURE, then SUCCESS', [says('FAILURE'), stable], 'task_failed', 1),
];

/** Tasks that contradict themselves: each ping ends once, as it must, and stays as it ended. */
export async function taskStories(plan: Plan): Promise<Findings> {
  const looks = new Map<string, number>();
  const tellers = new Map(STORIES.map((one, index) => [taskOf(900_001 + index), one]));
  const stage = await openStage(plan, {
    name: 'stories',
    instances: 1,
    isOneOfSeveral: true,
    variables: { POLL_MAX_LOOKS: '100', POLL_LIMIT_MS: '13000' },
    answerOf(call) {
      const teller = call.kind === 'read' ? tellers.get(call.target) : undefined;
      if (teller === undefined) return goodAnswer(call);
      const look = looks.get(call.target) ?? 0;
      looks.set(call.target, look + 1);
      return teller.looks[Math.min(look, teller.looks.length - 1)] ?? goodAnswer(call);
    },
  });
  const [server] = stage.instances;
  if (server === undefined) throw new Error('no instance');
  const wrong: string[] = [];
  const tell = async (one: Story, index: number) => {
    const id = 900_001 + index;
    const { data } = await stage.program(server, `/api/v1/${id}/ping/`, { pings: 4 });
    const first = await ended(stage, server, data);
    return { one, id, data, first };
  };
  const told = await Promise.all(STORIES.map(tell));
  for (const { one, id, data, first } of told) {
    // All of them have ended by now, and for most that is long ago.
    const later = await ended(stage, server, data);
    const count = looks.get(taskOf(id)) ?? 0;
    const isRight =
      first.action === one.action &&
      first.code === one.code &&
      later.action === first.action &&
      later.code === first.code &&
      (one.count === null || one.count === count);
    if (!isRight) wrong.push(`${one.name}: ${JSON.stringify({ first, later, count })}`);
  }
  return { runs: STORIES.length, wrong, longestMs: 0 };
}
