import type { Packet } from '@/lib/domain/packet';
import type { Service } from '@/lib/domain/service';
import { packetsOf } from '@/lib/domain/test-ping';
import type { Gateway, LaunchAnswer, ServicesAnswer, TaskAnswer } from '@/lib/wisphub/gateway';

export type Launch = { serviceId: number; packets: number };
export type Task = Launch & { taskId: string };
type Maybe<T> = T | Promise<T>;

/** What the upstream answers. A test replaces single answers. */
export type Script = {
  /** @param count launches so far, this one included */
  launch: (launch: Launch, count: number) => Maybe<LaunchAnswer>;
  /** @param count looks at this task so far, this one included */
  read: (task: Task, count: number) => Maybe<TaskAnswer>;
  find: (serviceId: number) => Maybe<ServicesAnswer>;
  list: (offset: number, limit: number) => Maybe<ServicesAnswer>;
  paused: boolean;
  /** What this instance believes of WispHub by its last calls. */
  down: boolean;
};

export type TestGateway = Gateway & {
  script: Script;
  launches: Launch[];
  looks: Task[];
  finds: { serviceId: number; timeoutMs: number }[];
  lists: { offset: number; limit: number }[];
  /** Forgets every call and every change of the script. */
  reset(): void;
};

export const launched = (taskId: string): LaunchAnswer => ({ kind: 'launched', taskId });

export const evidence = (packets: Packet[]): TaskAnswer => ({
  kind: 'evidence',
  evidence: { kind: 'packets', packets },
  body: JSON.stringify({ task: { status: 'SUCCESS', result: packets.length } }),
});

export const found = (
  services: Service[],
  page: { more?: boolean; count?: number } = {},
): ServicesAnswer => ({
  kind: 'services',
  services,
  received: services.length,
  more: page.more ?? false,
  count: page.count ?? null,
});

function defaultScript(showsPackets: boolean): Script {
  return {
    launch: (_launch, count) => launched(`task-${count}`),
    read: ({ packets }) =>
      showsPackets
        ? evidence(packetsOf(packets, packets))
        : { kind: 'verdict', verdict: 'stable', body: '{"action":"stable_connection"}' },
    find: () => found([]),
    list: () => found([]),
    paused: false,
    down: false,
  };
}

/** An upstream in memory that answers as scripted and remembers every call. By default every packet is answered. */
export function testGateway({ showsPackets = true } = {}): TestGateway {
  const tasks = new Map<string, Task>();
  const gateway: TestGateway = {
    showsPackets,
    script: defaultScript(showsPackets),
    launches: [],
    looks: [],
    finds: [],
    lists: [],
    async launch(serviceId, packets) {
      const launch = { serviceId, packets };
      const count = gateway.launches.push(launch);
      const answer = await gateway.script.launch(launch, count);
      if (answer.kind === 'launched') tasks.set(answer.taskId, { ...launch, taskId: answer.taskId });
      return answer;
    },
    async readTask(taskId) {
      const task = tasks.get(taskId);
      if (task === undefined) return { kind: 'task_unknown' };
      gateway.looks.push(task);
      return gateway.script.read(task, gateway.looks.filter((look) => look === task).length);
    },
    directory: showsPackets
      ? {
          async find(serviceId, timeoutMs) {
            gateway.finds.push({ serviceId, timeoutMs });
            return gateway.script.find(serviceId);
          },
          async list(offset, limit) {
            gateway.lists.push({ offset, limit });
            return gateway.script.list(offset, limit);
          },
        }
      : null,
    isPaused: () => gateway.script.paused,
    close: async () => {},
    reset() {
      gateway.script = defaultScript(showsPackets);
      for (const calls of [gateway.launches, gateway.looks, gateway.finds, gateway.lists]) calls.length = 0;
      tasks.clear();
    },
  };
  return gateway;
}
