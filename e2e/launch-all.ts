import type { ApiClient } from './api-client';

/** Asks for a ping of every line at once and as the desk does; answers them in the same order, each with its task. */
export async function launchAll<Line extends { id: number }>(
  agent: ApiClient,
  lines: readonly Line[],
): Promise<(Line & { task: string })[]> {
  await Promise.all(lines.map(({ id }) => agent.readsRecord(id)));
  return Promise.all(
    lines.map(async (line) => ({ ...line, task: await agent.startsPing(line.id, 4, { extend: 'auto' }) })),
  );
}
