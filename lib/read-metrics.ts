import { clock, database, gateway } from './compose';
import { readJobStates } from './db/job-states';
import { readVitalSigns } from './db/vital-signs';
import { STATUS_JOBS } from './domain/status';
import { UPSTREAM_CALLS } from './domain/upstream-call';
import { env } from './env';
import { mayScrape } from './may-scrape';
import { renderMetrics } from './metrics';

/** Answers a scraper of Prometheus. A database that does not answer is one of the metrics, and no error. */
export async function readMetrics(request: Request): Promise<Response> {
  const { METRICS_TOKEN, WISPHUB_RATE_PER_MINUTE } = env();
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
  if (!mayScrape(request.headers, METRICS_TOKEN)) {
    const hint = 'Set METRICS_TOKEN and send it as "Authorization: Bearer …", or ask from this machine.\n';
    return new Response(hint, { status: 401, headers: { ...headers, 'www-authenticate': 'Bearer' } });
  }
  const pool = database().$client;
  const text = await renderMetrics({
    signs: await readVitalSigns(database(), clock().now()).catch(() => null),
    jobs: await readJobStates(database(), STATUS_JOBS).catch(() => null),
    rate: WISPHUB_RATE_PER_MINUTE,
    pool: { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
    openBreakers: Object.fromEntries(UPSTREAM_CALLS.map((kind) => [kind, gateway().isPaused(kind)])),
  });
  return new Response(text, { headers });
}
