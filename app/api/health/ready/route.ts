import { readiness } from '@/lib/readiness';

export const dynamic = 'force-dynamic';

/** Ready needs the migrated database and no shutdown under way. */
export async function GET(): Promise<Response> {
  const body = await readiness();
  const status = body.status === 'ready' ? 200 : 503;
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
