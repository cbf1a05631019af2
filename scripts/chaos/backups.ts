import { spawn } from 'node:child_process';
import path from 'node:path';
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { newDatabase } from '../new-database';
import { overrideEnvironment } from '../override-environment';
import { asking, conclude, foundOf, isClean, seconds, type Plan, type Row } from './experiment';
import { untilBusy } from './witness';

/** What a person types, in a process of its own; answers the milliseconds it took. Throws when it failed. */
async function command(script: string, file: string, databaseUrl: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, '--file', file], {
    env: overrideEnvironment({ DATABASE_URL: databaseUrl }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`npm run ${script} ended with ${code}`);
  return performance.now() - startedAt;
}

/**
 * These pings as text, by their ids: of one that has ended everything, and of one that runs what never changes any more. `ended`
 * says which those are, when that is not to be read off the rows.
 */
async function textsOf(databaseUrl: string, ids: readonly string[], ended: readonly string[] | null) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; ended: boolean; whole: unknown; kept: unknown }>(
      `select p.id, p.state <> 'running' as ended, to_jsonb(p) as whole,
        jsonb_build_array(p.id, p.service_id, p.requested, p.created_at, p.deadline_at, p.starter_id, p.case_code,
          (select jsonb_agg(to_jsonb(r) order by r.id) from ping_requests r where r.ping_id = p.id)) as kept
      from pings p where p.id = any($1)`,
      [ids],
    );
    const isEnded = (row: { id: string; ended: boolean }) =>
      ended === null ? row.ended : ended.includes(row.id);
    const texts = new Map(
      rows.map((row) => [row.id, JSON.stringify(isEnded(row) ? [row.whole, row.kept] : row.kept)]),
    );
    return { texts, ended: rows.filter(isEnded).map(({ id }) => id) };
  } finally {
    await client.end();
  }
}

/** Row 18: a backup under load, restored elsewhere, holds every ping that was acknowledged before it began, as it was. */
export async function backups(plan: Plan): Promise<Row> {
  const { world, isShort } = plan;
  const runs = isShort ? 1 : 5;
  const server = await world.instance('backups');
  await server.start();
  const caller = asking(plan, () => [server.url]);
  const measured = { compared: 0, ended: 0, missing: 0, different: 0, slowestMs: 0 };
  for (let run = 0; run < runs; run += 1) {
    await untilBusy(world, isShort ? 20 : 30);
    // Some of them have ended.
    while (caller.accepted.length < (run + 1) * (isShort ? 60 : 400)) await sleep(20);
    const ids = caller.accepted.map(({ taskId }) => taskId);
    const before = await textsOf(world.databaseUrl, ids, null);
    const file = path.join(world.folder, `run-${run}.backup.gz`);
    const restoredUrl = await newDatabase(world.databaseUrl, `chaos_restored_${run}`);
    const backupMs = await command('backup', file, world.databaseUrl);
    const restoreMs = await command('restore', file, restoredUrl);
    const after = await textsOf(restoredUrl, ids, before.ended);
    for (const [id, text] of before.texts) {
      if (!after.texts.has(id)) measured.missing += 1;
      else if (after.texts.get(id) !== text) measured.different += 1;
    }
    measured.missing += ids.length - before.texts.size;
    measured.compared += ids.length;
    measured.ended += before.ended.length;
    measured.slowestMs = Math.max(measured.slowestMs, backupMs, restoreMs);
  }
  await caller.stop();
  const { quietMs, found } = await conclude(world, caller.accepted, 120_000);
  server.signal('SIGTERM');
  await server.ended();
  const { compared, ended, missing, different, slowestMs } = measured;
  const columns = foundOf(
    found,
    `, ${compared} compared (${ended} ended), ${missing} missing, ${different} different, slowest command ${seconds(slowestMs)}`,
  );
  return {
    promise: 'a backup under load restores',
    runs,
    ...columns,
    isKept: isClean(found) && missing + different === 0 && compared > 0 && quietMs !== null,
  };
}
